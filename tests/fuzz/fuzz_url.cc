// Sources and addresses as strangers write them: what goes to the network is http(s), names a host
// and holds no password; what a person reads holds none either.
#include <string>

#include "assets/source_address.h"
#include "net/detail/origin.h"
#include "tests/fuzz/decoder.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace keben;
  const std::string text(reinterpret_cast<const char*>(data), size);
  static_cast<void>(assets::masked(text));
  static_cast<void>(assets::percent_decoded(text));
  const Result<assets::Source> source = assets::classify(text, {});
  if (!source) return 0;
  if (const auto* inline_data = std::get_if<assets::DataSource>(&*source)) {
    const Result<Bytes> bytes = assets::decode_data(*inline_data);
    if (bytes) {
      const std::string coded = assets::base64_encoded(*bytes);
      const Result<Bytes> again = assets::decode_data({coded, true});
      fuzz::require(again && *again == *bytes);
    }
  }
  const auto* web = std::get_if<assets::WebSource>(&*source);
  if (!web) return 0;
  const std::size_t host = web->address.find("//") + 2;
  const std::string authority =
      web->address.substr(host, web->address.find_first_of("/?#", host) - host);
  fuzz::require(authority.find('@') == std::string::npos);
  const Result<net::Origin> origin = net::origin_of(web->address);
  if (!origin) return 0;
  fuzz::require(origin->scheme == "http" || origin->scheme == "https");
  fuzz::require(!origin->host.empty());
  const Result<std::string> target = net::redirect_target(web->address, text);
  if (!target) return 0;
  const Result<net::Origin> next = net::origin_of(*target);
  fuzz::require(!next || next->scheme == "http" || next->scheme == "https");
  return 0;
}
