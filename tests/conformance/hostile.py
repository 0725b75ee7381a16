"""Markdown that nobody writes in good faith."""


def texts():
    """(name, bytes) of each."""
    deep = 3000
    yield "quotes", b">" * deep + b" a\n"
    yield "lists", "".join(f"{' ' * (2 * i)}- 项\n" for i in range(deep // 10)).encode()
    yield "containers", "".join(f"{':' * (3 + i % 5)}note\n" for i in range(deep)).encode()
    yield "emphasis", ("*甲**乙" * deep).encode()
    yield "brackets", b"[" * deep + b"a" + b"](x)" * deep
    yield "entities", "&lt;script&gt; &nbsp; &bogus; &#0; &#xFFFF; &#x110000; ]]> <![CDATA[ <!-- -- -->".encode()
    yield "svg", (b'<svg onload="alert(1)"><script>alert(2)</script><a xlink:href="javascript:alert(3)">x</a>'
                  b'</svg>\n\n<img src=x onerror=alert(4)>\n\n<iframe src="//a.example"></iframe>\n')
    yield "html", ('<p id="1 2" class=">"><div><p>甲</div><table><tr><li>乙<td><p>丙</table><a href="a"><a href="b">'
                   '丁</a></a><h1><p>戊</h1></h1><ruby><rt>己</ruby><dl><dd>庚</dl><font color=red>辛').encode()
    yield "links", (b"[a](javascript:alert(1)) [b](data:text/html,x) [c](file:///etc/passwd) [d](http://[::1) "
                    b"[e](<a b>) [f](//x) [g](%zz) [h](http://a.example/%E4) <http://a.example/`|^{}> [i](#) [j](?) "
                    b"[k](http://) [l](mailto:) [m](a\\b) [n](HTTP://A.EXAMPLE:99999/)\n")
    yield "footnotes", ("".join(f"甲[^{i}]" for i in range(10_000)) + "\n\n"
                        + "".join(f"[^{i}]: 注{i}\n" for i in range(10_000))).encode()
    yield "cyclic_notes", "甲[^1]\n\n[^1]: 乙[^2]\n\n[^2]: 丙[^1][^2]\n".encode()
    yield "right_to_left", "# \u202e甲乙\u2066丙\n\n\u200f\u202bשלום\u202c \u061c文\u2069\n".encode()
    yield "controls", "# 甲\x00乙\x01\x0b\x0c\x1b[31m\n\n\ufffe\uffff\x7f\x85 \ufeff文\n".encode()
    yield "surrogates", b"\xed\xa0\x80 \xed\xbf\xbf \xe6\xbc\xa2\n"
    yield "overlong", "漢字\n".encode() + b"\xc0\xaf\xf5\x80\x80\x80\n"
    yield "marks", ("甲" + "\u0301" * 20_000 + "\n").encode()
    yield "title", "---\ntitle: \"<b>&amp; ]]> \\u0000 \\\"'\"\ntags: [\"\", \" \", \"<x>\"]\nlang: zh_CN\nauthor: \"\"\n---\n甲\n".encode()
    yield "dates", "---\ntitle: 甲\npublished: 2025-02-31\nupdated: 9999-12-31T23:59:60Z\n---\n乙\n".encode()
    yield "headings", ("".join(f"{'#' * (1 + (i * 5) % 6)} \n" for i in range(300)) + "###### 甲\n# \n## `<a>` <b>\n").encode()
    yield "same_headings", ("# 甲\n\n## 甲\n\n" * 500).encode()
    yield "long_line", ("甲" * 400_000 + "\n").encode()
    yield "wide_table", ("|" + "甲|" * 900 + "\n|" + "-|" * 900 + "\n|" + "乙|" * 900 + "\n").encode()
    yield "ids", "# 甲 {#a:b c}\n\n# 乙 {#1}\n\n# 丙 {#e1n1}\n\n# 丁 {#甲}\n\n# 戊 {#甲}\n".encode()
    yield "empty", b""
    yield "only_rule", b"---\n"
    yield "unclosed", "```\n甲\n:::note\n<div>\n$$\n".encode()
