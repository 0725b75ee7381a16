#include "series/site_file.h"

#include <catch2/catch.hpp>

#include "tests/unit/series/tree.h"

using namespace keben;
using namespace keben::test;
using Generator = model::Site::Generator;
using Pages = std::vector<model::SitePages>;

namespace {

struct Found {
  model::Site site;
  Lines messages;
};

Found found_in(const Tree& tree) {
  Diagnostics log;
  Found out{series::find_site(listing_of(tree).read, config::Limits(), log), {}};
  for (const Diagnostic& one : log.all())
    out.messages.push_back(one.text.en);
  return out;
}

const std::string kHexo =
    "# Hexo Configuration\n## Docs: https://hexo.io/docs/configuration.html\n\n# Site\n"
    "title: 茶话\nsubtitle: ''\nauthor: 陆某\nlanguage: zh-CN\ntimezone: 'Asia/Shanghai'\n\n"
    "# URL\nurl: https://tea.cn/notes\npermalink: :year/:month/:day/:title/\n"
    "permalink_defaults:\npretty_urls:\n  trailing_index: true\n  trailing_html: true\n\n"
    "# Directory\nsource_dir: source\npublic_dir: public\nskip_render:\n\n# Writing\n"
    "new_post_name: :title.md # File name of new posts\ndefault_layout: post\nfilename_case: 0\n"
    "theme: landscape\ndeploy:\n  type: ''\n";

}  // namespace

TEST_CASE("Hexo: address and pattern of _config.yml", "[series][site]") {
  const Found found = found_in({{"_config.yml", kHexo}});
  CHECK(found.site == model::Site{Generator::hexo,
                                  "_config.yml",
                                  "https://tea.cn/notes/",
                                  "/notes/",
                                  model::Site::Names::whole,
                                  {{"source/_posts", ":year/:month/:day/:title/", true}}});
  CHECK(found.messages.empty());
}

TEST_CASE("Hexo: root stands for the address's folder, package.json for the name",
          "[series][site]") {
  const model::Site site =
      found_in({{"_config.yml", "url: http://tea.cn\nroot: /child/\n"},
                {"package.json", "{\"name\": \"x\",\n\t\"hexo\": {\"version\": \"7.0\"}}"}})
          .site;
  CHECK(site.generator == Generator::hexo);
  CHECK(site.address == "http://tea.cn/child/");
  CHECK(site.pages == Pages{{"source/_posts", ":year/:month/:day/:title/", false}});
}

TEST_CASE("Jekyll: baseurl, and the pattern of defaults, collection or site", "[series][site]") {
  const std::string start =
      "title: 茶话\nbaseurl: \"/blog\"\nurl: \"https://tea.cn\"\ntheme: minima\n"
      "plugins:\n  - jekyll-feed\n";
  const model::Site plain = found_in({{"_config.yml", start}}).site;
  CHECK(plain.generator == Generator::jekyll);
  CHECK(plain.address == "https://tea.cn/blog/");
  CHECK(plain.pages == Pages{{"_posts", "date", false}});
  CHECK(found_in({{"_config.yml", start + "permalink: pretty\n"}}).site.pages ==
        Pages{{"_posts", "pretty", true}});
  CHECK(found_in({{"_config.yml", start + "collections:\n  posts:\n    permalink: /p/:title/\n"
                                          "  tea:\n    output: true\n"
                                          "    permalink: /:collection/:name/\n"}})
            .site.pages == Pages{{"_posts", "/p/:title/", true}, {"_tea", "/tea/:name/", true}});
  CHECK(found_in({{"_config.yml",
                   start + "permalink: none\ndefaults:\n  - scope: {path: \"\", type: posts}\n"
                           "    values: {layout: post, permalink: /:year/:title/}\n"}})
            .site.pages == Pages{{"_posts", "/:year/:title/", true}});
}

TEST_CASE("Hugo: baseURL and permalinks in TOML, YAML and JSON", "[series][site]") {
  const Pages pages = {{"content/posts", "/:year/:month/:slug/", true}, {"content", "", false}};
  for (const Tree& tree :
       {Tree{{"hugo.toml",
              "baseURL = 'https://tea.cn/'\nlanguageCode = 'zh-cn'\ntitle = '茶话'\n"
              "theme = 'paper'\n\n[permalinks]\n  posts = '/:year/:month/:slug/'\n\n"
              "[markup.goldmark.renderer]\n  unsafe = true\n"}},
        Tree{{"config.yaml",
              "baseURL: https://tea.cn/\npermalinks:\n  page:\n    posts: /:year/:month/:slug/\n"
              "  section:\n    posts: /all/\n"}},
        Tree{{"hugo.json",
              "{\"baseurl\": \"https://tea.cn/\", \"permalinks\": {\"posts\": "
              "\"/:year/:month/:slug/\"}}"}},
        Tree{{"config/_default/hugo.toml", "baseURL = \"https://tea.cn/\"\n"},
             {"config/_default/permalinks.toml", "posts = \"/:year/:month/:slug/\"\n"}}}) {
    const model::Site site = found_in(tree).site;
    INFO(tree.begin()->first);
    CHECK(site.generator == Generator::hugo);
    CHECK(site.address == "https://tea.cn/");
    CHECK(site.pages == pages);
  }
  CHECK(found_in({{"config.toml", "base_url = 'https://zola.cn'\n"}}).site.generator ==
        Generator::none);
}

TEST_CASE("Astro: site and base where they are written out, whatever code stands around",
          "[series][site]") {
  const model::Site site =
      found_in({{"astro.config.mjs",
                 "// @ts-check\nimport { defineConfig } from 'astro/config';\n"
                 "import mdx from '@astrojs/mdx';\n\n// site: 'https://no.cn'\n"
                 "export default defineConfig({\n\tsite: 'https://tea.cn', // ours\n"
                 "\tbase: \"/notes\",\n\tintegrations: [mdx({ site: 'x' }), sitemap()],\n"
                 "\tvite: { plugins: [(() => ({ name: 'a}' }))()] },\n});\n"}})
          .site;
  CHECK(site.generator == Generator::astro);
  CHECK(site.address == "https://tea.cn/notes/");
  CHECK(site.folder == "/notes/");
  CHECK(site.pages ==
        Pages{{"src/content", "", false}, {"src/data", "", false}, {"src/pages", "", false}});
  for (const char* code :
       {"export default defineConfig({ site: SITE.website });",
        "export default defineConfig({ site: `https://${host}` });",
        "export default defineConfig({ site: 'https://' + host });",
        "export default makeConfig({ site: 'https://tea.cn' });", "export default {{{"}) {
    INFO(code);
    const model::Site unknown = found_in({{"astro.config.ts", code}}).site;
    CHECK(unknown.generator == Generator::astro);
    CHECK(unknown.address.empty());
  }
}

TEST_CASE("the addresses that generators put into new settings are nobody's", "[series][site]") {
  for (const char* url : {"http://example.com", "https://example.org/", "http://localhost:4000",
                          "http://yoursite.com", "tea.cn", "javascript:x", "\"\""}) {
    INFO(url);
    CHECK(found_in({{"_config.yml", std::string("url: ") + url + "\nsource_dir: source\n"}})
              .site.address.empty());
  }
}

TEST_CASE("settings that cannot be read are told, and no blog is found", "[series][site]") {
  const Found yaml = found_in({{"_config.yml", "title: a\nurl: [https://tea.cn\n"}});
  CHECK(yaml.site.generator == Generator::none);
  REQUIRE(yaml.messages.size() == 1);
  CHECK(yaml.messages[0].find("_config.yml:") != std::string::npos);
  const Found toml = found_in({{"hugo.toml", "baseURL = \n"}});
  CHECK(toml.site.generator == Generator::none);
  CHECK(toml.messages.size() == 1);
  CHECK(found_in({{"_config.yml", std::string(300u << 10, 'a')}}).messages.empty());
  CHECK(found_in({{"_config.yml", "- a\n"}}).site.generator == Generator::none);
  CHECK(found_in({{"_config.yml", "title: 手册\nexecute: {}\n"}}).site.generator ==
        Generator::none);
}

TEST_CASE("a pattern with a word that no essay tells is told by its file", "[series][site]") {
  const Found found =
      found_in({{"_config.yml", "url: https://tea.cn\nsource_dir: source\npermalink: :hash/\n"}});
  CHECK(found.messages ==
        Lines{"the pattern of addresses in _config.yml has a word that no essay tells: :hash"});
  CHECK(series::pattern_for(found.site, "source/_posts").empty());
}

TEST_CASE("a folder's pattern is for keben.yaml where the blog's author wrote it",
          "[series][site]") {
  const model::Site site = found_in({{"_config.yml", kHexo}}).site;
  CHECK(series::pattern_for(site, "source/_posts") == ":year/:month/:day/:title/");
  CHECK(series::pattern_for(site, "source/_posts/2024") == ":year/:month/:day/:title/");
  CHECK(series::pattern_for(site, "source/_poststwo").empty());
}
