// Why a picture could not be fetched, in words: the reason alone, for assets/resolve to put into a
// sentence. Codes are those of assets/fetcher.h.
#pragma once

#include <string_view>

#include "base/result.h"
#include "config/options.h"
#include "late/curl.h"

namespace keben::net {

// Policy.
Error offline();
Error bad_address();
Error protocol_refused(std::string_view scheme);
Error credentials_refused();
Error private_address(std::string_view host_and_port);
Error downgrade_refused();
Error too_many_redirects();
Error redirect_without_target();

// Time and bytes.
Error name_unknown();
Error no_connection_in_time(double seconds);
Error no_answer_in_time(double seconds);
Error stalled(double seconds);
Error total_time_over(double seconds);
Error job_time_over();
Error job_bytes_over();
Error host_is_dead();
Error body_too_large(const config::Limits& limits);
Error headers_too_large();
Error stopped();

// Answers.
Error bad_status(long status);
Error empty_answer();
/// A failure of libcurl's own; `detail` is its word on it, or empty.
Error curl_trouble(CURLcode code, std::string_view detail);

}  // namespace keben::net
