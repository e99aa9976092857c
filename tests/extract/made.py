"""Made: a small file of each format that is no text, with one of everything that its format has."""

from __future__ import annotations

from tests.extract.make import PdfLine, make_docx, make_epub, make_pdf, make_png


def _run(text: str, properties: str = "") -> str:
    return f"<w:r><w:rPr>{properties}</w:rPr><w:t xml:space='preserve'>{text}</w:t></w:r>"


def _paragraph(content: str, style: str = "", more: str = "") -> str:
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f"<w:p><w:pPr>{named}{more}</w:pPr>{content}</w:p>"


_STYLES = "".join(
    f'<w:style w:type="paragraph" w:styleId="{name}"><w:name w:val="{said}"/></w:style>'
    for name, said in (("a3", "Title"), ("1", "heading 1"), ("a5", "Quote"), ("a6", "caption"))
)
_NUMBERING = (
    '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/></w:lvl>'
    '<w:lvl w:ilvl="1"><w:numFmt w:val="bullet"/></w:lvl></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
)
_RUBY = (
    "<w:r><w:ruby><w:rubyPr/><w:rt><w:r><w:t>かんじ</w:t></w:r></w:rt>"
    "<w:rubyBase><w:r><w:t>漢字</w:t></w:r></w:rubyBase></w:ruby></w:r>"
)
_PICTURE = (
    '<w:r><w:drawing><wp:inline><wp:extent cx="900000" cy="900000"/><wp:docPr id="1" name="p" descr="一张照片"/><a:graphic>'
    '<a:graphicData uri="x"><pic:pic><pic:blipFill><a:blip r:embed="rId2"/></pic:blipFill></pic:pic></a:graphicData>'
    "</a:graphic></wp:inline></w:drawing></w:r>"
)


def _item(text: str, level: int) -> str:
    return _paragraph(_run(text), more=f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="1"/></w:numPr>')


def _row(*cells: str, head: bool = False) -> str:
    header = "<w:trPr><w:tblHeader/></w:trPr>" if head else ""
    return f"<w:tr>{header}{''.join(f'<w:tc>{_paragraph(_run(cell))}</w:tc>' for cell in cells)}</w:tr>"


def essay_docx() -> bytes:
    """An essay of Word: title, headings, a note, a list, a table, a picture, a reading and a formula."""
    body = "".join(
        [
            _paragraph(_run("算力与算法"), "a3"),
            _paragraph(_run("第一章"), "1"),
            _paragraph(
                _run("大模型需要")
                + _run("算力", "<w:b/>")
                + _run("，见")
                + f'<w:hyperlink r:id="rId1">{_run("报告")}</w:hyperlink>'
                + _run("。")
                + '<w:r><w:footnoteReference w:id="2"/></w:r>'
                + _run("日文写作")
                + _RUBY
                + _run("，公式是")
                + "<m:oMath><m:r><m:t>E=mc²</m:t></m:r></m:oMath>"
                + _run("。旧说", "<w:strike/>")
            ),
            _item("第一项", 0),
            _item("甲", 1),
            _item("第二项", 0),
            _paragraph(_run("引用的话。"), "a5"),
            _paragraph(_PICTURE),
            _paragraph(_run("图1 机房"), "a6"),
            f"<w:tbl><w:tblPr/><w:tblGrid/>{_row('公司', '参数', head=True)}{_row('甲', '一千亿')}</w:tbl>",
            _paragraph(_run("第二章"), "1"),
            _paragraph(_run("结束。")),
        ]
    )
    return make_docx(
        body,
        {
            "word/styles.xml": f"<w:styles NAMESPACES>{_STYLES}</w:styles>",
            "word/numbering.xml": f"<w:numbering NAMESPACES>{_NUMBERING}</w:numbering>",
            "word/footnotes.xml": "<w:footnotes NAMESPACES>"
            f'<w:footnote w:id="2">{_paragraph(_run("二〇二三年的报告。"))}</w:footnote></w:footnotes>',
            "word/header1.xml": f"<w:hdr NAMESPACES>{_paragraph(_run('内部资料'))}</w:hdr>",
            "word/media/image1.png": make_png(),
            "docProps/core.xml": '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
            " "
            'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/">'
            "<dc:creator>王小明</dc:creator><dcterms:created>2024-01-02T03:04:05Z</dcterms:created></cp:coreProperties>",
        },
        {
            "rId1": ("hyperlink", "https://example.com/report"),
            "rId2": ("image", "media/image1.png"),
            "rId3": ("styles", "styles.xml"),
            "rId4": ("numbering", "numbering.xml"),
            "rId5": ("footnotes", "footnotes.xml"),
        },
    )


def book_epub() -> bytes:
    """A book of two chapters, with notes in another document, a poem and a picture."""
    return make_epub(
        {
            "cover": '<body epub:type="cover"><img src="../cover.png" alt="封面"/></body>',
            "nav": '<body><nav epub:type="toc"><ol><li><a href="one.xhtml">第一回</a></li></ol></nav></body>',
            "one": "<body><h1>第一回&nbsp;甄士隱</h1><p>此開卷第一回也。"
            '<a epub:type="noteref" href="notes.xhtml#n1">〔1〕</a>作者自云：'
            "<ruby>曾<rt>ㄘㄥˊ</rt></ruby>歷過一番夢幻。</p>"
            '<blockquote><div class="poem"><p>滿紙荒唐言，</p><p>一把辛酸淚。</p></div></blockquote>'
            '<div><img src="../images/stone.png" alt="頑石"/></div></body>',
            "two": '<body><h1>第二回</h1><p>詩云。<a href="notes.xhtml#n2">〔1〕</a></p><hr/><p>話說&hellip;&hellip;</p></body>',
            "notes": '<body><section epub:type="endnotes"><h2>註釋</h2><aside epub:type="footnote" id="n1"><p>'
            '<a href="one.xhtml">〔1〕</a>開卷：翻開書卷。</p></aside>'
            '<aside epub:type="footnote" id="n2"><p>〔1〕詩：古人的詩。</p>'
            "</aside></section></body>",
        },
        {"images/stone.png": make_png(200), "cover.png": make_png()},
        "<dc:title>紅樓夢</dc:title><dc:creator>曹雪芹</dc:creator><dc:date>1791</dc:date>",
    )


def paper_pdf() -> bytes:
    """Three pages with running heads, page numbers, a word that is divided, and a paragraph that runs over a page."""
    head = ("大模型研究", 170.0, 570.0, 9.0)
    one = _page(
        "　　二〇二三年，国内涌现了两百多个大模型，",
        "它们多数用的是同一种办法，训练的成本却不",
        "一样。这一段到此为止。",
        "　　The compute of a training run dou-",
        "bles every six months, they say.",
    )
    two = _page("　　这一段的文字要跨过一页，所以第二页的最", "后一行也是满的，没有句号，也没有别的标点")
    three = _page("符号，读者翻过去才看到它的结尾。", "　　最后一段。")
    bodies = (
        [("大模型的算力", 40.0, 520.0, 18.0), *one],
        two,
        [*three, ("第二节", 40.0, 380.0, 15.0), ("　　结束。", 40.0, 340.0, 12.0)],
    )
    pages = [[head, *body, (f"- {number} -", 190.0, 20.0, 9.0)] for number, body in enumerate(bodies, 1)]
    return make_pdf(pages, "大模型的算力")


def _page(*lines: str) -> list[PdfLine]:
    """Lines one below the other, those that begin with spaces indented."""
    return [
        (line.strip("　"), 64.0 if line.startswith("　") else 40.0, 480.0 - 20 * number, 12.0)
        for number, line in enumerate(lines)
    ]


def scan_pdf() -> bytes:
    """A page without a word."""
    return make_pdf([[]])
