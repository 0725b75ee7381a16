#include "base/secrets.h"

#include <algorithm>
#include <array>
#include <optional>

namespace keben {
namespace {

constexpr bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
constexpr bool is_in_scheme(char c) {
  return is_letter(c) || (c >= '0' && c <= '9') || c == '+' || c == '-' || c == '.';
}
constexpr bool is_slash(char c) {
  return c == '/' || c == '\\';  // browsers take the one for the other (WHATWG URL §4.4)
}

/// What stands before a host: its first byte, and the one past its @.
struct Stretch {
  std::size_t first, end;
};

enum class Reading { leniently, strictly };

/// Where an authority ends at the latest.
bool ends_authority(std::string_view text, std::size_t at, Reading reading) {
  constexpr std::string_view kEnds = "/\\?#\"<>`{}|()[]'";
  const auto byte = static_cast<unsigned char>(text[at]);
  if (byte <= ' ' || kEnds.find(text[at]) != kEnds.npos) return true;
  if (byte < 0x80) return false;
  if (reading == Reading::strictly) return true;
  const std::string_view two = text.substr(at, 2);
  return two == "\xE3\x80" || two == "\xEF\xBC";  // 、。「 and full-width marks
}

/// Controls in a scheme do not count.
std::string plain_scheme(std::string_view scheme) {
  std::string name;
  for (const char c : scheme)
    if (c > ' ') name += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  return name;
}

/// Schemes whose slashes browsers put in where they are left out.
bool is_of_the_web(std::string_view scheme) {
  constexpr std::array<std::string_view, 5> kSchemes = {"http", "https", "ftp", "ws", "wss"};
  return std::find(kSchemes.begin(), kSchemes.end(), plain_scheme(scheme)) != kSchemes.end();
}

/// Whose address is all name and host, also where an author wrote `mailto://`.
bool is_of_mail(std::string_view scheme) {
  return plain_scheme(scheme) == "mailto";
}

/// Finds one stretch after another.
class Finder {
 public:
  Finder(std::string_view text, Reading reading) : text_(text), reading_(reading) {}

  std::optional<Stretch> next() {
    while (place_ < text_.size()) {
      const std::optional<std::size_t> authority = authority_here();
      if (!authority) {
        ++place_;
        continue;
      }
      place_ = *authority;
      const std::optional<std::size_t> sign = last_sign();
      if (sign && (reading_ == Reading::leniently || is_secret(*sign))) {
        const Stretch out{place_, *sign + 1};
        place_ = out.end;
        return out;
      }
    }
    return std::nullopt;
  }

 private:
  char at(std::size_t place) const { return place < text_.size() ? text_[place] : '\0'; }

  /// Where an authority begins whose `:` or `//` stands here.
  std::optional<std::size_t> authority_here() {
    const bool strict = reading_ == Reading::strictly;
    if (text_[place_] == ':') {
      const std::size_t scheme = scheme_before();
      if (scheme == 0) return std::nullopt;
      const std::string_view name = text_.substr(place_ - scheme, scheme);
      if (is_of_mail(name)) return std::nullopt;
      of_the_web_ = is_of_the_web(name);
      if (at(place_ + 1) == '/' && at(place_ + 2) == '/') return place_ + 3;
      if (strict || !of_the_web_) return std::nullopt;
      std::size_t first = place_ + 1;
      while (is_slash(at(first)))
        ++first;
      return first;
    }
    const bool begins = place_ == 0 || !is_part(text_[place_ - 1]);
    if (!strict && begins && is_slash(text_[place_]) && is_slash(at(place_ + 1))) return place_ + 2;
    return std::nullopt;
  }

  /// A host follows; and what stands before it is no bare name as `ssh://git@host` has.
  bool is_secret(std::size_t sign) const {
    const bool bare = text_.substr(place_, sign - place_).find(':') == text_.npos;
    return sign + 1 < authority_end_ && (of_the_web_ || !bare);
  }

  static bool is_part(char c) { return is_in_scheme(c) || is_slash(c) || c == ':' || c == '_'; }

  /// How long the scheme before a colon is, or 0.
  std::size_t scheme_before() const {
    constexpr std::size_t kLongest = 24;
    std::size_t length = 0;
    while (length < std::min(kLongest, place_) && is_in_scheme(text_[place_ - length - 1]))
      ++length;
    while (length > 0 && !is_letter(text_[place_ - length]))
      --length;
    return length;
  }

  /// The last @ of the authority that begins here, with something before it. What is known of an
  /// authority holds for all that begin within it: each byte is looked at once.
  std::optional<std::size_t> last_sign() {
    if (place_ >= authority_end_) {
      sign_.reset();
      authority_end_ = place_;
      while (authority_end_ < text_.size() && !ends_authority(text_, authority_end_, reading_)) {
        if (text_[authority_end_] == '@') sign_ = authority_end_;
        ++authority_end_;
      }
    }
    return sign_ && *sign_ > place_ ? sign_ : std::nullopt;
  }

  std::string_view text_;
  Reading reading_;
  std::size_t place_ = 0;
  bool of_the_web_ = false;          // the scheme that was met last
  std::size_t authority_end_ = 0;    // of the last authority
  std::optional<std::size_t> sign_;  // its last @
};

bool replace_all(std::string& text, Reading reading, std::string_view with) {
  if (text.find('@') == std::string::npos) return false;
  std::string out;
  std::size_t copied = 0;
  Finder finder(text, reading);
  while (const std::optional<Stretch> found = finder.next()) {
    out.append(text, copied, found->first - copied).append(with);
    copied = found->end;
  }
  if (copied == 0) return false;
  text = out.append(text, copied);
  return true;
}

}  // namespace

std::string masked_secrets(std::string text) {
  replace_all(text, Reading::leniently, std::string(kMaskedSecret) + "@");
  return text;
}

bool cut_secret(std::string& address, std::string_view instead) {
  const std::size_t mark = address.find_first_of("/\\?#");
  const std::size_t colon = address.substr(0, mark).find(':');
  std::size_t first = colon == std::string::npos ? 0 : colon + 1;
  const std::size_t begin = first;
  while (first < address.size() && is_slash(address[first]))
    ++first;
  if (colon != std::string::npos && is_of_mail(address.substr(0, colon))) return false;
  const bool web = colon != std::string::npos && is_of_the_web(address.substr(0, colon));
  if (first < begin + 2 && !web) return false;  // a path, or mailto:
  const std::size_t end = std::min(address.find_first_of("/\\?#", first), address.size());
  const std::size_t sign = address.substr(0, end).rfind('@');
  if (sign == std::string::npos || sign < first) return false;
  address.replace(first, sign + (instead.empty() ? 1 : 0) - first, instead);
  return true;
}

bool cut_secrets(std::string& prose) {
  return replace_all(prose, Reading::strictly, {});
}

}  // namespace keben
