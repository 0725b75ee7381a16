// The text of --help, in both languages side by side.
#include "app/invocation.h"

namespace keben::app {
namespace {

constexpr const char* kChinese = R"(keben（刻本）：把 Markdown 文章做成 EPUB 3.3 与可付印的 PDF。

  keben essay.md                            在原文旁生成 essay.epub 与 essay.pdf
  keben essay.md -o out/a.epub -o out/a.pdf 指定输出，格式由后缀决定
  keben a.md b.md -o 文集.epub              多篇合为一本
  keben posts/ -o 文集.pdf                  一个文件夹合为一本
  keben keben.yaml                          按 keben.yaml 成书
  keben --each posts/ --out-dir out/        每篇各成一书，只重做有变动的
  keben check essay.md                      只检查，不生成文件；有问题时退出码为 1
  keben init [DIR]                          按文件夹里的文章写一份 keben.yaml
  keben cache list|prune                    列出或清理已下载的图片
  keben - -o a.epub                         从标准输入读取

输出
  -o, --output FILE        输出文件，可重复；- 为标准输出（需 --to）
  -t, --to epub|pdf        输出格式，可重复，也可写 epub,pdf
      --dump STAGE         打印某一阶段：model outline display-list html
书
      --title TEXT  --author NAME  --date DATE  --lang TAG
      --cover FILE|auto|none        封面
      --writing horizontal|vertical EPUB 横排或竖排
      --css FILE                    附加到 EPUB 的样式表
      --embed-fonts                 在 EPUB 里嵌入用到的字形
      --embed-rare                  只嵌入阅读器可能没有的生僻字
      --obfuscate-fonts             嵌入的字形按 EPUB 规范混淆（字体许可要求时）
      --toc-depth N                 目录层数
      --page A5|A4|B5|B6|16开|32开|大32开|6in|148x210mm
      --for print|screen            付印（对称页边，章首另起右页）或看屏幕
      --theme song                  主题
      --typeset KEY=VALUE           排法，可重复（每项的第一个值是通常的）：
          kinsoku=auto|none|basic|gb|strict      避头尾：不处理、基本、国标、严格
          marks=quanjiao|kaiming|banjiao|none    标点：全角、开明、半角、不调整
          adjacent=half|tight                    相邻标点合占一字半，或一字
          first=trim|keep                        段首的前引号、前括号缩去空白，或保留
          hang=none|allow-end                    行末的逗号、句号放不下时可悬挂
          autospace=normal|narrow|none           汉字与西文之间：四分之一字、八分之一字、不加
          quotes=as-written|corner               中文引号照原样，或换成「」
          hyphens=auto|none                      西文单词可断，或不断
          indent=auto|0|1|2                      段首缩进的字数
      --font-dir DIR                先在此处找字体，可重复
文集
      --order auto|summary|weight|number|date|name   文件夹里的先后：目录文件、权重、序号、日期、文件名
      --group-by year|category|series|none           分编
      --split part|20MB             按编或按大小分册，文件名后加 -1、-2 …
      --keep-going                  读不成的文章以一页说明代替，仍成书，退出码为 1
逐篇
      --each                        每篇各成一书，一篇出错不影响其余
      --out-dir DIR                 输出文件夹，其中 .keben 记着各书由什么做成
      --shard I/N                   只做全部文章的第 I 份，共 N 份
输入
  -f, --from keben|commonmark|gfm   Markdown 方言
      --from-encoding NAME          原文编码
      --root DIR                    不读取此文件夹以外的文件
      --offline                     不访问网络，只用已下载过的图片
      --referer URL                 下载图片时告知的来源页
      --images fit|original         EPUB 中的图片：超过 400 万像素或 5 MB 的缩小，或保持原样
      --allow-host HOST[:PORT]      允许访问的内网主机，可重复
      --strict                      有警告就不生成
其他
      --jobs N  -q, --quiet  -v, --verbose  --json
      --color auto|always|never  --ui-lang zh|en  --version  -h, --help

退出码：0 完成  1 原文有误  2 用法有误  3 机器问题  4 keben 的错误
)";

constexpr const char* kEnglish = R"(keben makes EPUB 3.3 and print-ready PDF from Markdown essays.

  keben essay.md                            essay.epub and essay.pdf beside the essay
  keben essay.md -o out/a.epub -o out/a.pdf outputs by name; the suffix says the format
  keben a.md b.md -o book.epub              several essays, one book
  keben posts/ -o book.pdf                  a folder, one book
  keben keben.yaml                          the book that keben.yaml describes
  keben --each posts/ --out-dir out/        a book of each text; only what changed is made again
  keben check essay.md                      no files, only findings; exits with 1 if there are any
  keben init [DIR]                          writes a keben.yaml from the texts of a folder
  keben cache list|prune                    the pictures that have been downloaded
  keben - -o a.epub                         reads standard input

Output
  -o, --output FILE        may be repeated; - is standard output (needs --to)
  -t, --to epub|pdf        may be repeated, or epub,pdf
      --dump STAGE         prints a stage: model outline display-list html
The book
      --title TEXT  --author NAME  --date DATE  --lang TAG
      --cover FILE|auto|none
      --writing horizontal|vertical how the EPUB's lines run
      --css FILE                    a stylesheet to add to the EPUB's
      --embed-fonts                 puts the type that is used into the EPUB
      --embed-rare                  only rare hanzi, which a reader's own type may lack
      --obfuscate-fonts             obfuscates that type, where its licence wants it
      --toc-depth N                 levels of the table of contents
      --page A5|A4|B5|B6|16开|32开|大32开|6in|148x210mm
      --for print|screen            mirrored margins and chapters on right pages, or neither
      --theme song
      --typeset KEY=VALUE           how lines are set; may be repeated; the first value is usual:
          kinsoku=auto|none|basic|gb|strict      marks kept from the ends of lines
          marks=quanjiao|kaiming|banjiao|none    how wide they are, as the trade calls it
          adjacent=half|tight                    two side by side take an em and a half, or one
          first=trim|keep                        of an opening mark's blank where a paragraph begins
          hang=none|allow-end                    a comma or stop that does not fit may stand outside
          autospace=normal|narrow|none           between hanzi and Latin: 1/4 em, 1/8 em, none
          quotes=as-written|corner               Chinese quotation marks, or as 「」
          hyphens=auto|none                      words divided, or not
          indent=auto|0|1|2                      ems before a paragraph's first line
      --font-dir DIR                looked into first for type; may be repeated
A folder
      --order auto|summary|weight|number|date|name   by a list, weights, numbers, dates, names
      --group-by year|category|series|none           into parts
      --split part|20MB             volumes by parts or by size, -1, -2 … behind their names
      --keep-going                  a page in place of a text that cannot be read; exits with 1
Each text by itself
      --each                        a book of each text; one that fails stops no other
      --out-dir DIR                 for the books; its .keben says what they were made from
      --shard I/N                   only part I of N of all texts
Input
  -f, --from keben|commonmark|gfm   the dialect of Markdown
      --from-encoding NAME          the encoding of the text
      --root DIR                    no file outside this folder is read
      --offline                     no network; pictures that were downloaded before serve
      --referer URL                 the page that image servers are told of
      --images fit|original         in the EPUB: over 4 megapixels or 5 MB made smaller, or kept
      --allow-host HOST[:PORT]      a private host that may be asked; may be repeated
      --strict                      no book where there is a warning
Other
      --jobs N  -q, --quiet  -v, --verbose  --json
      --color auto|always|never  --ui-lang zh|en  --version  -h, --help

Exit codes: 0 done  1 the text  2 usage  3 the machine  4 a bug in keben
)";

}  // namespace

std::string help_text(UiLanguage language) {
  return language == UiLanguage::zh ? kChinese : kEnglish;
}

}  // namespace keben::app
