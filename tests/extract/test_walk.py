"""Walk: what HTML and Markdown say in many forms, and the blocks that it is."""

from __future__ import annotations

import pytest
from jianzhu.extract.extraction import Extraction
from jianzhu.extract.formats import extract
from jianzhu.extract.metadata import as_day
from jianzhu.source.records.extract import ExtractBlock


def html(body: str) -> Extraction:
    return extract(f"<!DOCTYPE html><html><body>{body}</body></html>".encode(), "html", "utf-8")


def markdown(text: str) -> Extraction:
    return extract(text.encode(), "markdown", "utf-8")


def shown(block: ExtractBlock) -> str:
    """A block on a line: its kind, its level and label, its text with what is set apart in braces behind it."""
    head = block.kind + (str(block.level) if block.level else "") + (f"[{block.label}]" if block.label else "")
    apart = "".join(
        f" {{{inline.kind} {block.text[inline.start : inline.end]}{' = ' + inline.value if inline.value else ''}}}"
        for inline in block.inlines
    )
    return f"{head} {block.text!r}{apart}"


def lines(extraction: Extraction) -> list[str]:
    return [shown(block) for block in extraction.record.blocks]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        # White space
        ("<p>一行\n两行 </p>", ["paragraph '一行两行'"]),
        ("<p>one\n  two</p>", ["paragraph 'one two'"]),
        ("<p>中文\nand</p>", ["paragraph '中文 and'"]),
        ("<p>한 국\n어</p>", ["paragraph '한 국 어'"]),
        ("<p>a &amp; b&lt;c &#20013;</p>", ["paragraph 'a & b<c 中'"]),
        ("<p>　　缩进。</p>", ["paragraph '缩进。'"]),
        ("裸露的字<p>段</p>又一处", ["paragraph '裸露的字'", "paragraph '段'", "paragraph '又一处'"]),
        # Line breaks
        ("<p>床前明月光，<br>疑是地上霜。</p>", ["verse '床前明月光，\\n疑是地上霜。'"]),
        ("<p>甲。<br><br>乙。</p>", ["paragraph '甲。'", "paragraph '乙。'"]),
        ("<p>他来了。他走了。<br>　　又一段。</p>", ["paragraph '他来了。他走了。'", "paragraph '又一段。'"]),
        ("<h2>上<br>下</h2>", ["heading2 '上 下'"]),
        ("<div class='poem'><p>一</p><p>二</p></div>", ["verse '一\\n二'"]),
        ("<div class='poem'><p>一<br>二</p><p>三<br>四</p></div>", ["verse '一\\n二'", "verse '三\\n四'"]),
        ("<pre>春眠不觉晓\n处处闻啼鸟\n\n夜来风雨声</pre>", ["verse '春眠不觉晓\\n处处闻啼鸟'", "verse '夜来风雨声'"]),
        ("<pre>\nif (a) {\n  b();\n}</pre>", ["code 'if (a) {\\n  b();\\n}'"]),
        ("<pre class='language-js'>x</pre>", ["code[js] 'x'"]),
        # Inlines
        ("<p><b>粗<i>斜</i></b><s>删</s></p>", ["paragraph '粗斜删' {strong 粗斜} {emphasis 斜} {deletion 删}"]),
        ("<p>x<sup>2</sup>H<sub>2</sub></p>", ["paragraph 'x2H2' {superscript 2} {subscript 2}"]),
        ("<p><span style='font-weight: bold'>粗</span></p>", ["paragraph '粗' {strong 粗}"]),
        ("<p><a href='https://e.com/?a=1&amp;b=2'>链</a></p>", ["paragraph '链' {link 链 = https://e.com/?a=1&b=2}"]),
        ("<p><a href='javascript:alert(1)'>坏</a><a href='#x'>内</a></p>", ["paragraph '坏内'"]),
        ("<p><a href=' java\tscript:x'>坏</a></p>", ["paragraph '坏'"]),
        ("<p><a href='x.html'>旁</a><a href='//e.com/a'>远</a></p>", ["paragraph '旁远' {link 远 = https://e.com/a}"]),
        (
            "<base href='https://e.com/b/'><p><a href='x.html'>旁</a></p>",
            ["paragraph '旁' {link 旁 = https://e.com/b/x.html}"],
        ),
        ("<p><code>a  b</code></p>", ["paragraph 'a b' {code a b}"]),
        (
            "<p><ruby>漢<rp>(</rp><rt>かん</rt><rp>)</rp>字<rt>じ</rt></ruby></p>",
            ["paragraph '漢字' {ruby 漢 = かん} {ruby 字 = じ}"],
        ),
        ("<p><q>话</q></p>", ["paragraph '“话”'"]),
        (
            "<p>见https://e.com/a(b)。又a@b.cn！</p>",
            ["paragraph '见https://e.com/a(b)。又a@b.cn！' {address https://e.com/a(b)} {address a@b.cn}"],
        ),
        ("<p>若 $a^2$ 则 $5 和 $6</p>", ["paragraph '若 $a^2$ 则 $5 和 $6' {formula $a^2$}"]),
        (
            "<p><math alttext='x_1'><mi>x</mi></math></p>",
            ["paragraph '$x_1$' {formula $x_1$}"],
        ),
        ("<p><math><mi>x</mi><mo>+</mo><mn>1</mn></math></p>", ["paragraph 'x + 1' {formula x + 1}"]),
        # Blocks
        ("<blockquote><p>引。</p><p>——鲁迅</p></blockquote>", ["quotation '引。'", "attribution '——鲁迅'"]),
        ("<ol start=3><li>三<ul><li>甲</ul><li value=9>九</ol>", ["list1[3.] '三'", "list2[•] '甲'", "list1[9.] '九'"]),
        ("<ol reversed><li>二<li>一</ol>", ["list1[2.] '二'", "list1[1.] '一'"]),
        ("<ul><li><p>首段。</p><p>续段。</p></ul>", ["list1[•] '首段。'", "list1 '续段。'"]),
        ("<dl><dt>词<dd>义</dl>", ["list1 '词'", "list1 '义'"]),
        ("<p>上。</p><hr><p>下。</p>", ["paragraph '上。'", "separator ''", "paragraph '下。'"]),
        ("<p>上。</p><p>* * *</p><p>下。</p>", ["paragraph '上。'", "separator ''", "paragraph '下。'"]),
        (
            "<h1>书</h1><h1>章一</h1><p>文。</p><h2>节</h2>",
            ["heading1 '书'", "heading2 '章一'", "paragraph '文。'", "heading3 '节'"],
        ),
        # Tables
        (
            "<table><caption>表1</caption><tr><th>甲<th>乙<tr><td>1<td>a<br>b</table>",
            ["caption '表1'", "table[header] '甲\\t乙'", "table '1\\ta b'"],
        ),
        (
            "<table><tr><td rowspan=2>甲<td colspan=2>乙<tr><td>1<td>2</table>",
            ["table '甲\\t乙\\t'", "table '\\t1\\t2'"],
        ),
        (
            "<table><tr><td><p>一</p><p>二</p><p>三</p></td><td>x</td></tr></table>",
            ["paragraph '一'", "paragraph '二'", "paragraph '三'", "paragraph 'x'"],
        ),
        ("<table><tr><td>单列</td></tr></table>", ["paragraph '单列'"]),
        # Figures
        (
            "<figure><img src=a.jpg alt=图><figcaption>说明</figcaption></figure>",
            ["figure[a.jpg] '图'", "caption '说明'"],
        ),
        ("<p>前<img src='x/b.png'>后</p>", ["paragraph '前后'", "figure[b.png] ''"]),
        ("<p>笑<img src=e.png class=emoji alt='😀'></p>", ["paragraph '笑😀'"]),
        ("<p>文<img src=t.gif width=1 height=1></p>", ["paragraph '文'"]),
        (
            "<img src='data:image/gif;base64,R0lGODdh' data-src='real.jpg'><p>文</p>",
            ["figure[real.jpg] ''", "paragraph '文'"],
        ),
        # Notes
        (
            "<p>文<a href='#f1'>[1]</a>。</p><p id=f1>1. 注文。</p>",
            ["paragraph '文[1]。' {footnote [1] = 1}", "footnote[1] '注文。'"],
        ),
        (
            "<p>文<sup><a id=r href='#f'>①</a></sup></p><ol><li id=f>注文<a href='#r'>↩</a></li></ol>",
            ["paragraph '文①' {footnote ① = ①}", "footnote[①] '注文'"],
        ),
        ("<p><a href='#c1'>1</a></p><h2 id=c1>一</h2>", ["paragraph '1'", "heading2 '一'"]),  # a table of contents
        # Never text
        ("<p>文</p><script>s</script><style>s</style><template>t</template><noscript>n</noscript>", ["paragraph '文'"]),
        ("<p>文<!-- 注 --></p>", ["paragraph '文'"]),
        # Dialogue
        (
            "<p><b>问</b>：好吗？</p><p><b>答</b>：好。</p>",
            ["dialogue '问：好吗？' {speaker 问}", "dialogue '答：好。' {speaker 答}"],
        ),
        (
            "<p><b>王明：</b>好吗？</p><p><b>李红：</b>好。</p><p><b>王明：</b>嗯。</p>",
            [
                "dialogue '王明：好吗？' {speaker 王明}",
                "dialogue '李红：好。' {speaker 李红}",
                "dialogue '王明：嗯。' {speaker 王明}",
            ],
        ),
        ("<p><b>一、起因</b></p><p>文。</p>", ["heading1 '一、起因'", "paragraph '文。'"]),
        ("<h1>题</h1><p><b>起因</b></p><p>文。</p>", ["heading1 '题'", "heading2 '起因'", "paragraph '文。'"]),
        (
            "<p>文。</p><p><b>这是强调。</b></p><p>文。</p>",
            ["paragraph '文。'", "paragraph '这是强调。' {strong 这是强调。}", "paragraph '文。'"],
        ),
        (
            "<h1>题</h1><p>作者：张三 2023-01-02</p><p>文。</p>",
            ["heading1 '题'", "byline '作者：张三 2023-01-02'", "paragraph '文。'"],
        ),
        ("<hr><p>文。</p><hr><hr><p>又。</p><hr>", ["paragraph '文。'", "separator ''", "paragraph '又。'"]),
        ("<p>文。</p><p>（本报记者 张三）</p>", ["paragraph '文。'", "byline '（本报记者 张三）'"]),
        (
            "<p>她说：好。</p><p>文。</p><p>她说：坏。</p>",
            ["paragraph '她说：好。'", "paragraph '文。'", "paragraph '她说：坏。'"],
        ),
        ("<p>他来。他走。<br>她来。她走。</p>", ["paragraph '他来。他走。'", "paragraph '她来。她走。'"]),
        ("<p><b>注意</b>：小心。</p><p>文。</p>", ["paragraph '注意：小心。' {strong 注意}", "paragraph '文。'"]),
    ],
)
def test_html(body, expected):
    assert lines(html(body)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("题\n===\n\n正文", ["heading1 '题'", "paragraph '正文'"]),
        ("---\ntitle: 题\n---\n文", ["heading1 '题'", "paragraph '文'"]),
        ("---\n一行\n---\n", ["heading2 '一行'"]),
        ("+++\ntitle = '题'\n+++\n文", ["heading1 '题'", "paragraph '文'"]),
        ("\ufeff# 题", ["heading1 '题'"]),
        ("a\\*b **粗**~~删~~", ["paragraph 'a*b 粗删' {strong 粗} {deletion 删}"]),
        (
            "<https://e.com/x_y>",
            ["paragraph 'https://e.com/x_y' {link https://e.com/x_y = https://e.com/x_y} {address https://e.com/x_y}"],
        ),
        ("$$\nx^2\n$$", ["paragraph '$$x^2$$' {formula $$x^2$$}"]),
        (r"若 \(x_1*y*z\) 则", [r"paragraph '若 \\(x_1*y*z\\) 则' {formula \(x_1*y*z\)}"]),
        (r"\[注\] 文 \(一\)", ["paragraph '[注] 文 (一)'"]),
        ("价 $5 到 $6。", ["paragraph '价 $5 到 $6。'"]),
        ("```py\na  *b*\n```", ["code[py] 'a  *b*'"]),
        ("    x = 1", ["code 'x = 1'"]),
        ("    他说了一句话。", ["paragraph '他说了一句话。'"]),
        ("文[^a]\n\n[^a]: 注。\n", ["paragraph '文[1]' {footnote [1] = 1}", "footnote[1] '注。'"]),
        ("|a|b|\n|-|-|\n|1||", ["table[header] 'a\\tb'", "table '1\\t'"]),
        ("一段<script>alert(1)</script>文", ["paragraph '一段文'"]),
        ("- [ ] 做\n- 行", ["list1[•] '[ ] 做'", "list1[•] '行'"]),
    ],
)
def test_markdown(text, expected):
    assert lines(markdown(text)) == expected


def test_what_is_hidden_is_left_out_and_recorded():
    extraction = html("<p>文</p><p hidden>藏</p><p style='display: none'>隐</p>")
    assert lines(extraction) == ["paragraph '文'"]
    assert extraction.record.left_out == ("藏", "隐")


@pytest.mark.parametrize(
    ("body", "left_out"),
    [
        ("<header><nav>首页</nav><h1>题</h1></header><p>文</p><footer>版权</footer>", ("首页", "版权")),
        ("<nav><a href=/>首页</a></nav>", ()),  # nothing else is there
        ("<article><header><h1>题</h1></header><p>文</p><footer>跋</footer></article>", ()),
    ],
)
def test_the_site_is_left_out_and_the_title_kept(body, left_out):
    assert html(body).record.left_out == left_out


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2023-05-06T10:00", "2023-05-06"),
        ("2023年5月6日", "2023-05-06"),
        ("2023/5", "2023-05"),
        ("2023", "2023"),
        ("2023-13-01", ""),
        ("2023-05-32", ""),
        ("soon", ""),
    ],
)
def test_a_day_is_read_from_metadata(text, day):
    assert as_day(text) == day
