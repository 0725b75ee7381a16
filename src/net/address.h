// Which machines a book may ask for pictures: those of the public network, and no other.
//
// An essay is a stranger's text, and a service exports essays on a machine that can reach
// databases, routers and a cloud's metadata. A name proves nothing (it may resolve to anything, and
// to something else the next time), so the judgement is made on the address that a socket is about
// to be connected to.
#pragma once

#include <span>

namespace keben::net {

/// Whether an address may be contacted at all: none that is private, loopback, link-local,
/// multicast, reserved, translated (v4-mapped, NAT64, 6to4, Teredo) or a metadata service.
///
/// @param bytes  4 (IPv4) or 16 (IPv6), network order; any other length is not public
/// Source: faults.md §3 "Network"; IANA special-purpose address registries (RFC 6890).
bool is_public_address(std::span<const unsigned char> bytes);

}  // namespace keben::net
