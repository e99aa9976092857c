"""Edition: the small edition with the showcase as a second article."""

# ruff: noqa: E501 (a block a line)

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from functools import cache
from pathlib import Path

from jianzhu.annotate.article import Article, Image, TextBlock
from jianzhu.annotate.edition import Edition, Occurrence
from jianzhu.annotate.marks import Mark
from jianzhu.compile import compile_edition
from jianzhu.language import Side
from jianzhu.source.records import Bilingual, NoteRecord

from tests.showcase.notation import Writer

HERE = Path(__file__).parent
SLUG = "kinds"
CODE = "def greet(name):\n    # <b>&amp;</b> *not* _marks_ [x](y) 大模型\n\treturn f\"{name}\"  \n\n\nprint(greet('world'))"


def blocks() -> tuple[TextBlock, ...]:
    """Every kind of block, every inline, and what can meet."""
    block = Writer(SLUG).block
    return (
        block("heading", ("各种体例", "Every Kind"), level=1),
        block("byline", ("文／某人", "By someone")),
        block(
            "paragraph",
            (
                "这里有⟨emphasis|着重⟩、⟨strong|加粗⟩、⟨deletion|删去⟩、x⟨superscript|2⟩与H⟨subscript|2⟩O。",
                "Here are ⟨emphasis|emphasis⟩, ⟨strong|strong words⟩, ⟨deletion|what was deleted⟩, x⟨superscript|2⟩ and H⟨subscript|2⟩O.",
            ),
            (
                "读作⟨ruby=hàn|漢⟩⟨ruby=zì|字⟩⟨footnote=a|[1]⟩，也可⟨emphasis|强调⟨concept=large-model|大模型⟩一词⟩。",
                "Read it ⟨ruby=hàn|漢⟩⟨ruby=zì|字⟩⟨footnote=a|[1]⟩; one may ⟨emphasis|stress ⟨concept=large-model|large models⟩⟩ too.",
            ),
            (
                "见⟨link=https://example.org/a_b?x=1&y=[2]|⟨concept=baidu|百度⟩的文章⟩、⟨link=#s2|前文⟩与⟨link=javascript:alert(1)|别处⟩，或⟨address|https://example.org/a/very/long/address/that/does/not/fit/on/a/narrow/screen?query=1&page=2⟩。",
                "See ⟨link=https://example.org/a_b?x=1&y=[2]|the article of ⟨concept=baidu|Baidu⟩⟩, ⟨link=#s2|above⟩ and ⟨link=javascript:alert(1)|elsewhere⟩, or ⟨address|https://example.org/a/very/long/address/that/does/not/fit/on/a/narrow/screen?query=1&page=2⟩.",
            ),
            (
                "调用⟨code|print(*args)⟩，由⟨formula|E = mc^2 * \\alpha_1⟩可知；再看注⟨footnote=b|[2]⟩，无此注⟨footnote=zz|[9]⟩。",
                "Call ⟨code|print(*args)⟩; by ⟨formula|E = mc^2 * \\alpha_1⟩ we know; see note⟨footnote=b|[2]⟩, and none⟨footnote=zz|[9]⟩.",
            ),
        ),
        block("heading", ("列表", "Lists"), level=2),
        block("list", ("第一项：⟨concept=baidu|百度⟩。", "First item: ⟨concept=baidu|Baidu⟩."), level=1, label="1"),
        block("list", ("其下一项。", "An item below it."), level=2, label="-"),
        block("list", ("又一项，较长，以便看到它在窄屏上怎样换行，以及换行之后如何对齐。", "Another, longer, to see how it is broken on a narrow screen and how it is aligned."), level=2, label="-"),
        block("list", ("更深一项。", "A deeper item."), level=3, label="*"),
        block("list", ("第二项。", "Second item."), level=1, label="2"),
        block("list", ("• 自带项目符号。", "• It has a bullet of its own."), level=1),
        block("heading", ("表格", "Tables"), level=3),
        block("table", ("年份\t", "Year\t"), ("公司\t", "Company\t"), ("模型数", "Models"), label="header"),
        block("table", ("2022\t", "2022\t"), ("⟨concept=baidu|百度⟩\t", "⟨concept=baidu|Baidu⟩\t"), ("一个⟨footnote=a|[1]⟩", "one⟨footnote=a|[1]⟩")),
        block("table", ("2023\t小米\t", "2023\tXiaomi\t"), ("两个，其中一个尚未发布。", "two, of which one | has not been released yet.")),
        block("table", ("甲\t乙\t丙\t丁\t戊\t己", "A\tB\tC\tD\tE\tF"), label="header"),
        block("table", ("一些较长的文字\t二\t\t四个字的词\t五\t六", "some longer words\ttwo\t\tfour words in it\tfive\tsix")),
        block("table", ("合并的一格。", "A cell alone."), ("同格的又一句。", "And a sentence more.")),
        block("caption", ("表1　各年模型", "Table 1. Models by year")),
        block("heading", ("引文与诗", "Quotations and Verse"), level=3),
        block("quotation", ("学而时习之，不亦说乎？", "To learn and in due time practice, is it not a joy?"), ("有朋自远方来，不亦乐乎？", "Friends from afar, is it not delight?")),
        block("quotation", ("人不知而不愠，不亦君子乎？", None)),
        block("attribution", ("——⟨emphasis|论语⟩", "— ⟨emphasis|Analects⟩")),
        block(
            "verse",
            ("北风卷地白草折，\n胡天八月即飞雪。\n", "The north wind rolls the earth, white grasses break;\nIn the eighth month the Tartar sky lets fly its snow.\n"),
            ("忽如一夜⟨emphasis|春风⟩来，\n千树万树梨花开。\n", "As if, one night, a wind of ⟨emphasis|spring⟩ had come,\nOn trees in thousands pear trees burst in bloom.\n"),
            ("散入珠帘湿罗幕，\n狐裘不暖锦衾薄。", "It drifts through pearly blinds, and wets the silken screens;\nThe fox fur does not warm, brocaded quilts are thin."),
        ),
        block(
            "verse",
            ("将军角弓不得控，\n", "The general cannot draw his bow of horn,\n"),
            ("都护铁衣冷难着。\n", "The marshal’s iron coat is cold to wear.\n"),
            ("瀚海阑干百丈冰，\n", "The desert, criss-crossed, has a hundred fathoms of ice,\n"),
            ("愁云惨淡万里凝。", "And clouds of sorrow, bleak, ten thousand miles congeal."),
        ),
        block("separator", ("＊　＊　＊", "* * *")),
        block("heading", ("对话", "Dialogue"), level=4),
        block("dialogue", ("⟨speaker|甲：⟩你在做什么？", "⟨speaker|A:⟩ What are you doing?")),
        block("dialogue", ("⟨speaker|乙：⟩我在训练⟨concept=large-model|大模型⟩。", "⟨speaker|B:⟩ I am training ⟨concept=large-model|large models⟩."), ("你呢？", "And you?")),
        block("separator"),
        block("heading", ("图与代码", "Pictures and Code"), level=5),
        block("figure", ("远山与落日，⟨concept=xiaomi|小米⟩所绘。", "Hills and a setting sun, drawn by ⟨concept=xiaomi|Xiaomi⟩."), label="images/hills.png"),
        block("caption", ("图1　远山", "Figure 1. Hills")),
        block("figure", ("一幅已经失去的图。", "A picture that is lost."), label="lost.png"),
        block("heading", ("代码", "Code"), level=6),
        block("code", (CODE, CODE), label="python"),
        block("paragraph", ("正文到此为止。", "Here the text ends.")),
        block("footnote", ("作者的第一条注，见⟨link=https://example.org/|某处⟩。", "The author’s first note; see ⟨link=https://example.org/|a place⟩."), label="a"),
        block("footnote", ("[2] 自带编号的注。", "[2] A note that has its own number."), label="b"),
        block("footnote", ("没有编号的注。", "A note without a sign.")),
    )  # fmt: skip


@cache
def showcase() -> Edition:
    """The edition, with the marks of the showcase among its occurrences, and a note on one of its sentences."""
    edition, problems = compile_edition(HERE.parent / "edition")
    assert not [problem for problem in problems if problem.fatal], problems
    first = edition.articles[0]
    record = first.record.model_copy(
        update={
            "number": 2,
            "title": Bilingual(zh="各种体例", en="Every Kind"),
            "short_title": Bilingual(zh="体例", en="Kinds"),
            "title_source": "seed",
            "source": first.record.source.model_copy(update={"format": "markdown"}),
        }
    )
    note = NoteRecord(
        segment="s3",
        zh={"exact": "H2O"},
        en={"exact": "H2O"},
        kind="fact",
        body=Bilingual(zh="水。", en="Water."),
        status="reviewed",
    )
    article = Article(
        SLUG,
        record,
        _with_note(blocks()),
        (),
        {},
        {"water": note},
        {},
        images={"hills.png": Image(HERE / "images/hills.png", Bilingual(zh="绘者所有。", en="The draftsman’s own."))},
    )
    return _joined(edition, article)


def _with_note(found: tuple[TextBlock, ...]) -> tuple[TextBlock, ...]:
    """`found` with the marks of the note."""

    def sentence(one):
        if one.id != "s3":
            return one
        at, en = one.text.index("H2O"), one.translation.index("H2O")
        return replace(
            one,
            marks=(*one.marks, Mark(at, at + 3, "note", "water")),
            translation_marks=(*one.translation_marks, Mark(en, en + 3, "note", "water")),
        )

    return tuple(replace(block, sentences=tuple(map(sentence, block.sentences))) for block in found)


def _joined(edition: Edition, article: Article) -> Edition:
    occurrences = defaultdict(list, {name: list(found) for name, found in edition.occurrences.items()})
    for sentence in article.sentences:
        for side in Side:
            for mark in sentence.marks_on(side):
                if mark.kind == "concept":
                    occurrences[mark.ref].append(Occurrence(sentence, article, side, mark.start, mark.end))
    return replace(
        edition,
        articles=(*edition.articles, article),
        by_slug={**edition.by_slug, SLUG: article},
        sentences={**edition.sentences, **{sentence.ref: sentence for sentence in article.sentences}},
        short_titles={**edition.short_titles, SLUG: article.record.short_title},
        occurrences={name: tuple(found) for name, found in occurrences.items()},
    )
