#include <catch2/catch.hpp>

#include "tests/unit/series/tree.h"

using namespace keben;
using namespace keben::test;
using series::Order;

namespace {

/// Texts of a line each, with what else lies there.
Tree site(Tree out, const Lines& texts) {
  for (const std::string& text : texts)
    out.emplace(text, "# " + text + "\n\n文。\n");
  return out;
}

}  // namespace

TEST_CASE("VitePress: the sidebar of config, by list or by path", "[series][lists]") {
  const Lines texts = {"docs/index.md", "docs/guide/start.md", "docs/guide/deep/more.md",
                       "docs/guide/index.md", "docs/api.md"};
  const Planned list = planned(
      site({{"docs/.vitepress/config.mts",
             "import { defineConfig } from 'vitepress'\n\n// https://vitepress.dev/reference\n"
             "export default defineConfig({\n  lang: 'zh-CN',\n  title: \"手册\",\n"
             "  markdown: { config: (md) => { md.use(x) } },\n  themeConfig: {\n"
             "    nav: [{ text: 'Home', link: '/' }],\n    sidebar: [\n      {\n"
             "        text: '指南',\n        collapsed: false,\n        items: [\n"
             "          { text: '总说', link: '/guide/' },\n          { text: '开始', link: "
             "'/guide/start' },\n          { text: '深处', items: [{ text: '更多', link: "
             "'/guide/deep/more.html' }] },\n        ],\n      },\n      { text: '接口', link: "
             "'/api' },\n      { text: '源码', link: 'https://github.com/x/y' }\n    ],\n"
             "    socialLinks: []\n  }\n})\n"}},
           texts));
  CHECK(list.plan.order == Order::list);
  CHECK(list.plan.title == "手册");
  CHECK(list.plan.language == "zh-CN");
  CHECK(list.lines() == Lines{"[指南]", "docs/guide/index.md", "docs/guide/start.md",
                              "[指南 · 深处]", "docs/guide/deep/more.md", "[]", "docs/api.md"});
  const Planned paths = planned(
      site({{".vitepress/config.js",
             "const guide = [{ text: '指南', items: [{ text: '开始', link: 'start' }] }];\n"
             "export default {\n  srcDir: 'docs',\n  themeConfig: { sidebar: {\n"
             "    '/guide/': { base: '/guide/', items: guide },\n    '/': [{ text: '接口', link: "
             "'/api' }],\n  } },\n};\n"}},
           texts));
  CHECK(paths.lines() == Lines{"[指南]", "docs/guide/start.md", "[]", "docs/api.md"});
}

TEST_CASE("VuePress: strings, pairs, prefixes, and a sidebar of its own file", "[series][lists]") {
  const Lines texts = {"docs/README.md", "docs/guide/README.md", "docs/guide/a.md",
                       "docs/guide/b.md", "docs/more.md"};
  const Planned first = planned(
      site({{"docs/.vuepress/config.js",
             "module.exports = {\n  title: '小书',\n  themeConfig: {\n    sidebar: {\n"
             "      '/guide/': ['', 'a', ['b', '乙']],\n      '/': ['', '/more.html'],\n    }\n"
             "  },\n  plugins: ['@vuepress/back-to-top']\n}\n"}},
           texts));
  CHECK(first.plan.title == "小书");
  CHECK(first.lines() == Lines{"docs/guide/README.md", "docs/guide/a.md", "docs/guide/b.md",
                               "docs/README.md", "docs/more.md"});
  CHECK(first.plan.members[2].title == "乙");
  const Planned second = planned(site(
      {{"docs/.vuepress/config.ts",
        "import { defaultTheme } from '@vuepress/theme-default'\nimport sidebar from './sidebar'\n"
        "export default defineUserConfig({ theme: defaultTheme({ sidebar }) })\n"},
       {"docs/.vuepress/sidebar.ts",
        "import { sidebar } from 'vuepress-theme-hope';\n\nexport default sidebar([\n  '/more',\n"
        "  { text: '指南', icon: 'book', prefix: '/guide/', children: ['b.md', 'a.md'] },\n]);\n"}},
      texts));
  CHECK(second.lines() == Lines{"docs/more.md", "[指南]", "docs/guide/b.md", "docs/guide/a.md"});
}

TEST_CASE("Docusaurus: sidebars.js with documents, categories and the short form",
          "[series][lists]") {
  const Lines texts = {"docs/intro.md", "docs/02-basics/01-pages.md", "docs/02-basics/02-posts.mdx",
                       "docs/basics.md", "docs/extra/one.md"};
  const Planned docs = planned(site(
      {{"sidebars.js",
        "// @ts-check\n\n/** @type {import('@docusaurus/plugin-content-docs').SidebarsConfig} */\n"
        "const sidebars = {\n  tutorialSidebar: [\n    'intro',\n    {\n      type: 'category',\n"
        "      label: '基础',\n      link: {type: 'doc', id: 'basics'},\n      items: ["
        "'basics/pages', {type: 'doc', id: 'basics/posts', label: '文章'}],\n    },\n"
        "    {type: 'link', label: 'GitHub', href: 'https://github.com/'},\n"
        "    {'附录': ['extra/one']},\n  ],\n};\n\nexport default sidebars;\n"}},
      texts));
  CHECK(docs.lines() == Lines{"docs/intro.md", "[基础]", "docs/basics.md",
                              "docs/02-basics/01-pages.md", "docs/02-basics/02-posts.mdx", "[附录]",
                              "docs/extra/one.md"});
  CHECK(docs.messages.empty());
  CHECK(planned(site({{"sidebars.ts",
                       "const sidebars: SidebarsConfig = {\n  docs: {'甲': ['intro'], '乙': "
                       "['extra/one']},\n};\nmodule.exports = sidebars;\n"}},
                     texts))
            .lines() == Lines{"[甲]", "docs/intro.md", "[乙]", "docs/extra/one.md"});
}

TEST_CASE("a sidebar that is computed, or made from folders, is no list", "[series][lists]") {
  for (const char* sidebar :
       {"[{type: 'autogenerated', dirName: '.'}]", "['b', {type: 'autogenerated', dirName: 'x'}]",
        "['b', ...others]", "['b', make()]", "make()"}) {
    INFO(sidebar);
    const Planned book =
        planned(site({{"sidebars.js", "export default { s: " + std::string(sidebar) + " };\n"}},
                     {"docs/b.md", "docs/a.md"}));
    CHECK(book.lines() == Lines{"docs/a.md", "docs/b.md"});
    CHECK(book.plan.order != Order::list);
  }
}
