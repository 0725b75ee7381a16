#include "tests/support/every_construct.h"

#include "tests/support/build.h"

namespace keben::test {

using namespace model;

namespace {

Inline code(std::string words) {
  return {{}, CodeSpan{std::move(words)}};
}

Inline ruby(std::vector<Ruby::Pair> pairs) {
  return {{}, Ruby{std::move(pairs)}};
}

Inline math(std::string tex, bool display = false) {
  return {{}, Math{std::move(tex), display}};
}

Inline foreign(std::string tag, std::string words) {
  return {{}, Foreign{std::move(tag), {text(std::move(words))}}};
}

Inline line_end() {
  return {{}, HardBreak{}};
}

Block box(Admonition::Kind kind, std::string name, Inlines title, Blocks children) {
  return {{}, Admonition{kind, std::move(name), std::move(title), std::move(children)}};
}

ListItem item(Blocks children, std::optional<bool> checked = {}) {
  return {{}, checked, std::move(children)};
}

TableCell cell(std::string words) {
  return {{}, words.empty() ? Inlines{} : Inlines{text(std::move(words))}, 1, 1};
}

Blocks words_and_styles() {
  return {
      paragraph(
          "刻本者，雕版所印之书也。一字一刀，积版成页，积页成书；今人以文本为版，以程序为刀，其理"
          "相同：文字先于形式，形式服从文字。"),
      paragraph({text("行内的样式有"),
                 styled(Style::strong, {text("粗体")}),
                 text("、"),
                 styled(Style::emphasis, {text("强调")}),
                 text("、"),
                 styled(Style::emphasis, {text("Latin emphasis")}),
                 text("、"),
                 styled(Style::strike, {text("删去")}),
                 text("、"),
                 styled(Style::mark, {text("标记")}),
                 text("、"),
                 styled(Style::insert, {text("插入")}),
                 text("、"),
                 styled(Style::underline, {text("下划线")}),
                 text("、H"),
                 styled(Style::subscript, {text("2")}),
                 text("O、x"),
                 styled(Style::superscript, {text("2")}),
                 text("、"),
                 styled(Style::keyboard, {text("Ctrl")}),
                 text("+"),
                 styled(Style::keyboard, {text("S")}),
                 text("、"),
                 styled(Style::small, {text("小字")}),
                 text("与"),
                 code("printf(\"<&>\")"),
                 text("；"),
                 styled(Style::strong, {styled(Style::emphasis, {text("粗而强调")})}),
                 text("。")}),
      paragraph({text("注音："), ruby({{"汉", "hàn"}, {"字", "zì"}}), text("；外文："),
                 foreign("fr", "l’imprimerie"), text("与"), foreign("ja", "木版印刷"),
                 text("；公式"), math("E = mc^2"), text("，独行者"),
                 math("\\sum_{i=1}^{n} i = \\frac{n(n+1)}{2}", true), text("；此行到此"),
                 line_end(), text("另起一行；行内小图"), image("印.png", "一方朱印"),
                 text("与缺图"), image("missing.png", "缺图的说明"), text("。")}),
      paragraph({text("链接："), link("https://example.org/刻本?a=1&b=2", {text("站外")}),
                 text("、"), link("#二boxes", {text("下文各框")}), text("、"),
                 link("mailto:a@example.org", {text("来信")}), text("、"),
                 link("no-such.md", {text("无处可去")}), text("、"),
                 link("https://example.org/", {text("带注的链接"), note_mark(2)}), text("。脚注甲"),
                 note_mark(0), text("，脚注乙"), note_mark(1), text("，再引脚注甲"), note_mark(0),
                 text("。")}),
      {{}, Paragraph{{text("居中的一段")}, Align::center}},
      {{}, Paragraph{{text("靠右的一段")}, Align::right}},
  };
}

Blocks lists() {
  const Blocks nested{paragraph("外层第一项"),
                      {{},
                       List{List::Mark::bullet,
                            1,
                            true,
                            {item({paragraph("内层甲")}), item({paragraph("内层乙")})}}}};
  return {
      {{}, List{List::Mark::bullet, 1, true, {item(nested), item({paragraph("外层第二项")})}}},
      {{},
       List{List::Mark::period,
            3,
            false,
            {item({paragraph("从三数起，项间疏松。"), paragraph("同项的第二段。")}),
             item({paragraph("第四。")})}}},
      {{},
       List{List::Mark::parenthesis,
            1,
            true,
            {item({paragraph("半括号一")}), item({paragraph("半括号二")})}}},
      {{},
       List{List::Mark::bullet,
            1,
            true,
            {item({paragraph("校对已毕")}, true), item({paragraph("付印未行")}, false)}}},
      {{},
       DefinitionList{{{{{text("版心")}}, {{paragraph("页面中排印文字的部分。")}}},
                       {{{text("天头")}, {text("地脚")}},
                        {{paragraph("版心上方的空白。")}, {paragraph("版心下方的空白。")}}}}}},
  };
}

Blocks boxes() {
  using Kind = Admonition::Kind;
  return {
      box(Kind::note, "note", {}, {paragraph("没有标题的注。")}),
      box(Kind::tip, "tip", {text("自带标题的"), styled(Style::strong, {text("提示")})},
          {paragraph("第一段。"), paragraph("第二段。"),
           box(Kind::warning, "warning", {}, {paragraph("框中之框。")})}),
      box(Kind::info, "info", {}, {paragraph("说明。")}),
      box(Kind::important, "important", {}, {paragraph("重要。")}),
      box(Kind::caution, "caution", {}, {paragraph("当心。")}),
      box(Kind::success, "success", {}, {paragraph("成功。")}),
      box(Kind::quote, "quote", {}, {paragraph("引文。")}),
      box(Kind::other, "spoiler", {}, {paragraph("名字不识的框。")}),
      {{}, Details{{text("展开看答案")}, {paragraph("书中没有折叠，一律展开。")}}},
      {{}, Tabs{{{{text("中文")}, {paragraph("你好。")}}, {{text("C++")}, {paragraph("Hello.")}}}}},
      {{},
       Quote{{paragraph("文章千古事，得失寸心知。"), heading(2, "引文里的小题"),
              paragraph("作者皆殊列，名声岂浪垂。")},
             {text("—— 杜甫《偶题》")}}},
      {{}, LinkCard{{{}, "https://example.org/video/42", {}}, "一段讲刻版的录像"}},
      {{}, LinkCard{{{}, "https://example.org/plain", {}}, {}}},
      {{}, Division{Align::center, {paragraph("居中的一块。")}}},
      {{}, ThematicBreak{}},
  };
}

Blocks code_tables_and_pictures() {
  const Table table{
      {Align::left, Align::center, Align::right},
      {{cell("朝代"), cell("刻书"), cell("约略卷数")}},
      {{cell("五代"), cell("九经"), cell("一百三十")},
       {cell("北宋"), {{}, {text("大藏经"), note_mark(0)}, 1, 1}, cell("五千零四十八")}},
      {text("历代刻书举例")}};
  Table wide{std::vector<Align>(8, Align::none), {TableRow(8, cell(""))}, {}, {}};
  for (int i = 0; i < 2; ++i)
    wide.body.push_back(TableRow(8, cell("一二三四五六")));
  wide.body[0][0].columns = 2;
  wide.body[0].pop_back();
  Figure pair;
  pair.images = {std::get<Image>(image("左.png", "左图：版片正面").is),
                 std::get<Image>(image("右.png", "右图：版片背面").is)};
  pair.images[0].width = pair.images[1].width = {45, SizeHint::Unit::percent};
  pair.caption = {text("两图并列，共一说明。")};
  Figure linked;
  linked.images = {std::get<Image>(image("页.png", "一页样张").is)};
  linked.images[0].width = {90, SizeHint::Unit::pt};
  linked.link = LinkTarget{{}, "https://example.org/page", {}};
  return {
      {{},
       CodeBlock{"cpp",
                 {},
                 "src/main.cc",
                 "// 注释与缩进都要留住\nint main() {\n\treturn 1 < 2 && \"a\" != \"b\";\n}\n"}},
      {{},
       CodeBlock{{},
                 {},
                 {},
                 "没有语言的代码，也有很长很长的一行，长到一页放不下，于是要折到下一行去，"
                 "https://example.org/a/very/long/address/that/has/no/space/in/it/at/all\n"}},
      {{}, MathBlock{"\\int_0^1 x^2\\,dx = \\frac{1}{3}"}},
      {{}, table},
      {{}, wide},
      figure("西湖.png", "西湖的雪：湖心亭与一叶小舟", "湖心亭看雪"),
      {{}, pair},
      {{}, linked},
      figure("https://example.org/图.png?imageSlim", "取不到的远方图片", "此图在网上"),
      figure("missing/2.png", "", ""),
  };
}

void append(Blocks& out, Blocks more) {
  out.insert(out.end(), more.begin(), more.end());
}

Document foreign_essay(std::string path, std::string title, Language language, Blocks blocks) {
  Document out = essay(std::move(path), std::move(title), std::move(blocks));
  out.meta.language = std::move(language);
  return out;
}

}  // namespace

Document every_construct() {
  Blocks blocks = {paragraph("开篇有一段不在任何标题之下。")};
  blocks.push_back(heading(1, "一、字与行"));
  append(blocks, words_and_styles());
  blocks.push_back(heading(3, "跳过一级的小节"));
  append(blocks, lists());
  blocks.push_back(heading(1, "二、Boxes"));
  append(blocks, boxes());
  blocks.push_back(heading(1, "三、表与图", "pictures"));
  append(blocks, code_tables_and_pictures());
  blocks.push_back(
      {{}, Heading{{}, 2, {}, {text("带"), code("code"), text("与注的标题"), note_mark(0)}}});
  blocks.push_back(paragraph({text("回到"), link("#pictures", {text("表与图")}), text("。")}));
  blocks.push_back(heading(1, "四、结语"));
  blocks.push_back(paragraph("完。"));
  blocks.push_back(heading(1, "参考"));
  blocks.push_back(paragraph("[1] 《中国印刷史》"));
  const Note first{{}, "甲", {paragraph("脚注甲，两处引用。"), paragraph("它有第二段。")}, 0};
  const Note second{{}, "乙", {paragraph({text("脚注乙，里面再引"), note_mark(2), text("。")})}, 0};
  const Note third{{}, "丙", {{{}, CodeBlock{{}, {}, {}, "以代码起头的脚注\n"}}}, 0};
  Document out = essay("every.md", "刻本之全：一切构件", std::move(blocks), {first, second, third});
  out.meta.subtitle = "样张";
  out.meta.people = {{"张三", "aut"}, {"李四", "aut", "Lee Szu"}, {"王五", "trl"}};
  out.meta.published = Date{2025, 1, 25};
  out.meta.modified = Moment{1'737'807'845};
  out.meta.description = "每一种构件各见一次，供两种版本校样之用。";
  out.meta.tags = {"排版", "出版 & 印刷"};
  out.meta.category = "技术";
  out.meta.publisher = "刻本书坊";
  out.meta.rights = "CC BY-SA 4.0";
  out.meta.source = "https://example.org/posts/every/";
  out.meta.isbn = "9787302511625";
  out.meta.slug = "every";
  return out;
}

Collection every_construct_collection() {
  Collection out;
  out.meta.title = "刻本文集";
  out.meta.language = kChinese;
  out.meta.people = {{"张三", "aut"}};
  out.meta.series = {"刻本丛书", "2"};
  out.documents = {
      every_construct(),
      foreign_essay(
          "english.md", "On Printing", {"en", Convention::western},
          {paragraph({text("A short essay with "), styled(Style::emphasis, {text("emphasis")}),
                      text(", a link to "), link("every.md#三表与图", {text("another essay")}),
                      text(", and a first paragraph that is not indented.")}),
           paragraph("A second paragraph, which is."), heading(2, "A section"),
           box(Admonition::Kind::tip, "tip", {}, {paragraph("A tip.")})}),
      foreign_essay("japanese.md", "木版の話", {"ja", Convention::ja},
                    {paragraph({text("江戸の"), ruby({{"木版", "もくはん"}}), text("は、"),
                                styled(Style::emphasis, {text("美しい")}), text("。")})}),
      foreign_essay("traditional.md", "雕版小識", {"zh-Hant-TW", Convention::hant_tw},
                    {paragraph("臺灣的刻書，自清代始。"),
                     box(Admonition::Kind::note, "note", {}, {paragraph("註文。")})}),
  };
  out.documents[1].meta.people = {{"Jane Doe", "aut"}};
  out.documents[1].meta.published = Date{2024, 11, 2};
  out.parts = {{"上编　总说", 0}, {"下编　他乡", 1}};
  return out;
}

}  // namespace keben::test
