#include "series/site_file.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>
#include <variant>

#include "markdown/ascii.h"
#include "markdown/front_matter_formats.h"
#include "markdown/value.h"
#include "outline/address.h"
#include "outline/permalinks.h"
#include "series/detail/js_literal.h"
#include "series/paths.h"

namespace keben::series {
namespace {

using markdown::Field;
using markdown::Fields;
using markdown::Value;
using markdown::Values;
using model::Site;
using Generator = Site::Generator;

constexpr std::size_t kMostBytes = 256u << 10;  // no settings are larger

std::string text_at(const Fields& fields, std::string_view key) {
  const Value* value = markdown::find(fields, key);
  return value && value->text() ? std::string(markdown::trimmed(*value->text())) : std::string();
}

const Fields* map_at(const Fields& fields, std::string_view key) {
  const Value* value = markdown::find(fields, key);
  return value ? value->map() : nullptr;
}

bool has_one_of(const Fields& fields, std::initializer_list<std::string_view> keys) {
  return std::any_of(keys.begin(), keys.end(),
                     [&](std::string_view key) { return markdown::find(fields, key); });
}

std::string else_if_empty(std::string text, const char* otherwise) {
  return text.empty() ? std::string(otherwise) : text;
}

/// `blog` → `/blog/`.
std::string as_folder(std::string_view path) {
  const std::string plain = joined({}, path);
  return plain.empty() ? "/" : "/" + plain + "/";
}

/// What a generator puts into new settings, and what is true on one machine only.
bool is_placeholder(std::string_view host) {
  constexpr std::array<std::string_view, 8> kHosts = {
      "example.com",    "example.org",  "example.net", "www.example.com",
      "yourdomain.com", "yoursite.com", "localhost",   "127.0.0.1"};
  host = host.substr(0, host.find(':'));
  return host.empty() || std::any_of(kHosts.begin(), kHosts.end(), [&](std::string_view each) {
           return markdown::same_ignoring_case(each, host);
         });
}

/// @param below  the folder under the host, where the address has none itself
void set_address(Site& site, const std::string& url, std::string_view below) {
  outline::Address address = outline::split_address(url);
  address.authority.erase(0, address.authority.rfind('@') + 1);  // npos + 1 is 0
  const std::string own = as_folder(address.path);
  site.folder = own == "/" ? as_folder(below) : own;
  const bool on_the_web = address.scheme == "https" || address.scheme == "http";
  if (on_the_web && address.has_authority && !is_placeholder(address.authority))
    site.address = address.scheme + "://" + address.authority + site.folder;
}

class Finder {
 public:
  Finder(const ReadInRoot& read, const config::Limits& limits, Diagnostics& log)
      : read_(read), limits_(limits), log_(log) {}

  Site find() {
    for (const auto look : {&Finder::hexo_or_jekyll, &Finder::hugo, &Finder::astro})
      if (std::optional<Site> site = (this->*look)()) return *std::move(site);
    return {};
  }

 private:
  std::optional<std::string> text_of(const std::string& file) const {
    std::optional<std::string> text = read_(file);
    return text && text->size() <= kMostBytes ? text : std::nullopt;
  }

  /// YAML, TOML and JSON by the name's end; nothing where there is no such file, or no such text.
  std::optional<Fields> settings(const std::string& file) {
    const std::optional<std::string> text = text_of(file);
    if (!text) return std::nullopt;
    if (file.ends_with(".toml")) {
      markdown::Read read = markdown::read_toml({*text, {}}, limits_);
      if (const auto* refusal = std::get_if<markdown::Refusal>(&read))
        return malformed(file, *refusal), std::nullopt;
      return std::get<Fields>(std::move(read));
    }
    auto read = markdown::read_yaml_value({*text, {}}, limits_, markdown::YamlTags::passed_over);
    if (const auto* refusal = std::get_if<markdown::Refusal>(&read))
      return malformed(file, *refusal), std::nullopt;
    const Fields* map = std::get<Value>(read).map();
    return map ? std::optional(*map) : std::nullopt;
  }

  void malformed(const std::string& file, const markdown::Refusal& refusal) {
    const std::string place = file + ":" + std::to_string(refusal.at.first_line);
    tell({"博客设置读不成，未取其中的网址：" + place + " " + refusal.reason,
          "the blog's settings cannot be read, so its address is not known: " + place + " " +
              refusal.reason});
  }

  void tell(Words what) {
    log_.note("site-settings", {}, std::move(what),
              {"要让指向博客的链接成为书内链接，在 keben.yaml 写 site 与 permalink",
               "write `site` and `permalink` in keben.yaml, so that links to the blog lead into "
               "the book"});
  }

  void add(Site& site, std::string folder, std::string pattern, bool written) {
    const std::string unknown = outline::unknown_word(pattern);
    if (!unknown.empty())
      tell({site.file + " 的网址格式中有无从得知的词：" + unknown,
            "the pattern of addresses in " + site.file +
                " has a word that no essay tells: " + unknown});
    site.pages.push_back({std::move(folder), std::move(pattern), written});
  }

  // --- _config.yml -------------------------------------------------------------------------------

  std::optional<Site> hexo_or_jekyll() {
    for (const char* file : {"_config.yml", "_config.yaml"}) {
      const std::optional<Fields> fields = settings(file);
      if (!fields) continue;
      if (is_hexo(*fields)) return hexo(*fields, file);
      if (has_one_of(*fields, {"url", "baseurl", "permalink", "theme", "remote_theme", "plugins"}))
        return jekyll(*fields, file);
    }
    return std::nullopt;
  }

  /// Hexo itself asks package.json for its name.
  bool is_hexo(const Fields& fields) const {
    const std::optional<std::string> package = text_of("package.json");
    const bool named = package && package->find("\"hexo\"") != std::string::npos;
    return named || has_one_of(fields, {"source_dir", "public_dir", "new_post_name",
                                        "post_asset_folder", "permalink_defaults"});
  }

  Site hexo(const Fields& fields, const char* file) {
    Site site{.generator = Generator::hexo, .file = file};
    set_address(site, text_at(fields, "url"), text_at(fields, "root"));
    const std::string name = text_at(fields, "new_post_name");
    const std::string letters = text_at(fields, "filename_case");
    site.names = letters != "" && letters != "0"         ? Site::Names::other
                 : name.empty() || name == ":title.md"   ? Site::Names::whole
                 : name == ":year-:month-:day-:title.md" ? Site::Names::behind_date
                                                         : Site::Names::other;
    const std::string pattern = text_at(fields, "permalink");
    add(site, joined(else_if_empty(text_at(fields, "source_dir"), "source"), "_posts"),
        else_if_empty(pattern, ":year/:month/:day/:title/"), !pattern.empty());
    return site;
  }

  Site jekyll(const Fields& fields, const char* file) {
    Site site{.generator = Generator::jekyll, .file = file};
    const std::string base = text_at(fields, "baseurl");
    set_address(site, text_at(fields, "url"), base);
    const std::string pattern = posts_pattern(fields);
    add(site, "_posts", else_if_empty(pattern, "date"), !pattern.empty());
    const Fields* collections = map_at(fields, "collections");
    for (const Field& each : collections ? *collections : Fields()) {
      const Fields* about = each.value.map();
      std::string own = about && each.key != "posts" ? text_at(*about, "permalink") : std::string();
      if (own.empty()) continue;
      constexpr std::string_view kOwnName = ":collection";
      const std::size_t at = own.find(kOwnName);
      if (at != std::string::npos) own.replace(at, kOwnName.size(), each.key);
      add(site, "_" + each.key, own, true);
    }
    return site;
  }

  /// Front matter's defaults come before the collection's pattern, and that before the site's.
  static std::string posts_pattern(const Fields& fields) {
    const Value* defaults = markdown::find(fields, "defaults");
    const Values* all = defaults ? defaults->list() : nullptr;
    for (const Value& each : all ? *all : Values()) {
      const Fields* scope = each.map() ? map_at(*each.map(), "scope") : nullptr;
      const Fields* values = each.map() ? map_at(*each.map(), "values") : nullptr;
      const std::string pattern = values ? text_at(*values, "permalink") : std::string();
      const std::string type = scope ? text_at(*scope, "type") : std::string();
      const std::string path = scope ? text_at(*scope, "path") : std::string();
      const bool of_posts = type == "posts" || (type.empty() && path == "_posts");
      if (of_posts && (path.empty() || path == "_posts") && !pattern.empty()) return pattern;
    }
    const Fields* collections = map_at(fields, "collections");
    const Fields* posts = collections ? map_at(*collections, "posts") : nullptr;
    const std::string pattern = posts ? text_at(*posts, "permalink") : std::string();
    return pattern.empty() ? text_at(fields, "permalink") : pattern;
  }

  // --- Hugo --------------------------------------------------------------------------------------

  /// `config.toml` may be anybody's: Hugo's own says a baseURL.
  std::optional<Site> hugo() {
    for (const std::string& folder : {std::string(), std::string("config/_default/")}) {
      for (const char* name : {"hugo", "config"}) {
        for (const char* suffix : {".toml", ".yaml", ".yml", ".json"}) {
          const std::string file = folder + name + suffix;
          const std::optional<Fields> fields = settings(file);
          if (fields && (name == std::string_view("hugo") || markdown::find(*fields, "baseURL")))
            return hugo_of(*fields, file, folder);
        }
      }
    }
    return std::nullopt;
  }

  Site hugo_of(const Fields& fields, const std::string& file, const std::string& folder) {
    Site site{.generator = Generator::hugo, .file = file};
    set_address(site, text_at(fields, "baseURL"), "/");
    const std::string content = joined({}, else_if_empty(text_at(fields, "contentDir"), "content"));
    const Fields* patterns = map_at(fields, "permalinks");
    std::optional<Fields> apart;
    for (const char* suffix : {".toml", ".yaml", ".yml", ".json"})
      if (!patterns && !apart && !folder.empty()) apart = settings(folder + "permalinks" + suffix);
    if (apart) patterns = &*apart;
    if (const Fields* pages = patterns ? map_at(*patterns, "page") : nullptr)
      add_sections(site, content, *pages);
    if (patterns) add_sections(site, content, *patterns);
    add(site, content, {}, false);
    return site;
  }

  void add_sections(Site& site, const std::string& content, const Fields& patterns) {
    for (const Field& section : patterns)
      if (const std::string* pattern = section.value.text(); pattern && !pattern->empty())
        add(site, joined(content, section.key), std::string(markdown::trimmed(*pattern)), true);
  }

  // --- Astro -------------------------------------------------------------------------------------

  std::optional<Site> astro() {
    for (const char* suffix : {"mjs", "ts", "js", "mts", "cjs"}) {
      const std::string file = std::string("astro.config.") + suffix;
      const std::optional<std::string> text = text_of(file);
      if (!text) continue;
      Site site{.generator = Generator::astro, .file = file};
      const auto exported = exported_literal(*text, {}, limits_.front_matter_depth);
      const Fields none;
      const Fields& fields = exported && exported->map() ? *exported->map() : none;
      set_address(site, text_at(fields, "site"), text_at(fields, "base"));
      const std::string source = joined({}, else_if_empty(text_at(fields, "srcDir"), "src"));
      for (const char* folder : {"content", "data", "pages"})
        add(site, joined(source, folder), {}, false);
      return site;
    }
    return std::nullopt;
  }

  const ReadInRoot& read_;
  const config::Limits& limits_;
  Diagnostics& log_;
};

}  // namespace

Site find_site(const ReadInRoot& read, const config::Limits& limits, Diagnostics& log) {
  return Finder(read, limits, log).find();
}

std::string pattern_for(const Site& site, const std::string& folder) {
  for (const model::SitePages& pages : site.pages) {
    const bool inside = (folder + "/").starts_with(pages.folder + "/");
    if (inside)
      return pages.written && outline::unknown_word(pages.pattern).empty() ? pages.pattern : "";
  }
  return {};
}

}  // namespace keben::series
