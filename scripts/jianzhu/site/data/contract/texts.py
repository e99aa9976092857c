"""Texts: the articles, their segments, how they were corrected, and the notes on them."""

from __future__ import annotations

from typing import Annotated, Literal

from jianzhu.site.data.contract.base import Datum, Pair, described, in_chinese
from jianzhu.site.data.contract.sources import Sources
from jianzhu.source.records import BlockKind, Certainty, Edtf, NoteKind, Reason, Script, Slug, Status
from jianzhu.source.ref import Ref
from jianzhu.text.structure import InlineKind


class SummaryDatum(Datum):
    """The editors' summary of an article."""

    model_config = in_chinese("编者对一篇文章论证的概括。")

    thesis: Annotated[Pair, described("what the article argues", "文章的主张")]
    steps: Annotated[
        tuple[Pair, ...], described("the steps of the argument, in the order of the article", "论证的步骤，依原文次序")
    ]
    against: Annotated[Pair, described("whom or what it argues against", "所反对的人或观点")]


class BlockDatum(Datum):
    """One block of an article: a paragraph, a heading, a row of a table, an image …"""

    model_config = in_chinese("文章中的一块文字：段落、标题、表格的一行、图片等。")

    kind: Annotated[BlockKind, described("what kind of block it is", "类别")]
    level: Annotated[
        int,
        described(
            "level of a heading (1 is the article’s own title), or depth of a list’s item; absent where there is none",
            "标题的级别（1为文章自身的标题），或列表项的层次；没有则不列",
            default=0,
        ),
    ]
    label: Annotated[
        str,
        described(
            "file of an image, label of a footnote, number of an item, language of code, or `header` for the head of a table; "
            "absent where there is none",
            "图片的文件名、脚注的编号、列表项的编号、代码的语言，表头为`header`；没有则不列",
            default="",
        ),
    ]
    columns: Annotated[
        int,
        described(
            "how many cells the row of a table has; absent for other blocks", "表格一行的格数；其他不列", default=0
        ),
    ]
    segments: Annotated[
        tuple[Ref, ...],
        described(
            "ids of its segments; none for an image without words, or for what divides scenes",
            "其句段的编号；无文字的图片、分隔场景的符号则无句段",
        ),
    ]


class ArticleDatum(Datum):
    """One article."""

    model_config = in_chinese("一篇文章。")

    id: Annotated[
        Slug,
        described(
            "permanent id of the article, the part before the colon in the ids of its segments",
            "文章的永久编号，即其句段编号中冒号之前的部分",
        ),
    ]
    slug: Annotated[
        Slug, described("the same as `id`: the name of the article in addresses", "与`id`相同：文章在地址中的名称")
    ]
    status: Annotated[
        Literal["draft", "published"],
        described(
            "`published`, or `draft`: unfinished, what is null is not written yet, a text in one language stands for the other "
            "one too, and ids of segments may change",
            "`published`：已发表；`draft`：未完稿，为null者尚未写明，只有一种语言的文字兼充另一种，句段编号可能改变",
        ),
    ]
    title: Annotated[Pair, described("its title", "标题")]
    title_source: Annotated[
        Literal["seed", "supplied"] | None,
        described(
            "`seed`: the title stands in the text as received; `supplied`: the editors gave it; null in some drafts",
            "`seed`：标题见于底本；`supplied`：编者所拟；未完稿或为null",
        ),
    ]
    author: Annotated[Pair | None, described("who wrote it; null where unknown", "作者；不详则为null")]
    publisher: Annotated[Pair | None, described("who published it first; null where unknown", "首发者；不详则为null")]
    date: Annotated[
        Edtf | None,
        described(
            "when it was published, an EDTF date (ISO 8601-2); null in some drafts",
            "发表日期，EDTF（ISO 8601-2）；未完稿或为null",
        ),
    ]
    script: Annotated[
        Script | None,
        described(
            "script of a Chinese text as published, a tag of BCP 47; null for other languages",
            "中文原文为简体或繁体，BCP 47标记；其他语言为null",
        ),
    ]
    language: Annotated[
        str,
        described("language of its text, a tag of BCP 47, such as `zh-Hans`", "原文的语言，BCP 47标记，如`zh-Hans`"),
    ]
    translation_language: Annotated[
        str, described("language of its translation, a tag of BCP 47, such as `en`", "译文的语言，BCP 47标记，如`en`")
    ]
    sha256: Annotated[
        str,
        described(
            "SHA-256 of the seed, the bytes of the text as received: 64 hexadecimal digits",
            "底本（所得文本）字节的SHA-256，64位十六进制数",
        ),
    ]
    encoding: Annotated[
        str, described("character encoding of the seed, by its name in Python", "底本的字符编码，用Python的名称")
    ]
    description: Annotated[
        Pair | None,
        described("what the article is, in a sentence or two; null in some drafts", "一两句话的介绍；未完稿或为null"),
    ]
    summary: Annotated[
        SummaryDatum | None,
        described("the editors’ summary of its argument; null where there is none", "编者对其论证的概括；没有则为null"),
    ]
    rights: Annotated[
        Pair | None,
        described("who holds the rights to the text; null in some drafts", "文本的权利归属；未完稿或为null"),
    ]
    url: Annotated[
        Pair,
        described(
            "its pages in the two languages, relative to the top folder of the site",
            "两种语言的网页地址，相对于站点根目录",
        ),
    ]
    segments: Annotated[
        tuple[Ref, ...], described("ids of its segments, in the order of the text", "其句段的编号，依文本次序")
    ]
    blocks: Annotated[
        tuple[BlockDatum, ...], described("its blocks, in the order of the text", "其各块文字，依文本次序")
    ]
    withdrawn: Annotated[
        dict[str, str | None],
        described(
            "withdrawn segment ids, without the article (`s17`), each with the id that took its place (`<article>:s3` where that "
            "is in another article), or null where none did",
            "已撤去的句段编号（不含文章名，如`s17`），各附接替它的编号（在另一篇者作`<文章>:s3`）；无接替者为null",
        ),
    ]
    sources: Sources


class InlineDatum(Datum):
    """What the author set apart within a segment: emphasis, a link, a footnote’s sign, code …"""

    model_config = in_chinese("作者在句段中另行标出的文字：强调、链接、脚注号、代码等。")

    kind: Annotated[InlineKind, described("what it is", "类别")]
    start: Annotated[
        int, described("where it begins, in code points of the text, counted from 0", "起点，按码位计，从0起")
    ]
    end: Annotated[int, described("where it ends: the place behind its last code point", "终点，即末一码位之后")]
    value: Annotated[
        str,
        described(
            "address of a link, reading of ruby, or label of the footnote that a sign leads to; absent where there is none",
            "链接的地址、注音，或脚注号所指脚注的编号；没有则不列",
            default="",
        ),
    ]


class SegmentDatum(Datum):
    """One segment: whole sentences with one permanent id."""

    model_config = in_chinese("一个句段：一句或几个整句，编号永久不变。")

    id: Annotated[
        Ref,
        described(
            "permanent id `<article>:<segment>`, such as `my-text:s17`; never used again, never renumbered",
            "永久编号`<文章>:<句段>`，如`my-text:s17`；不改号，不再用",
        ),
    ]
    article: Annotated[Slug, described("id of the article", "文章编号")]
    kind: Annotated[BlockKind, described("kind of the block that the segment stands in", "句段所在文块的类别")]
    line: Annotated[
        int,
        described(
            "line of its block that it begins in, such as a line of verse, counted from 0; absent for the first",
            "在文块中起于第几行（如诗行），从0起；第一行不列",
            default=0,
        ),
    ]
    cell: Annotated[
        int,
        described(
            "cell of the table’s row that it stands in, counted from 0; absent for the first",
            "在表格一行中的第几格，从0起；第一格不列",
            default=0,
        ),
    ]
    text: Annotated[
        str,
        described(
            "the corrected text, in the language of the article; offsets in other files count its code points",
            "校定的原文，语言从该文；其他文件中的位置按其码位计数",
        ),
    ]
    translation: Annotated[
        str | None, described("the translation; null where it is not made yet", "译文；未译则为null")
    ]
    inlines: Annotated[
        tuple[InlineDatum, ...],
        described(
            "what the author set apart in the text; absent where there is nothing",
            "作者在文中标出者；没有则不列",
            default=(),
        ),
    ]
    translation_inlines: Annotated[
        tuple[InlineDatum, ...],
        described(
            "the same in the translation; absent where there is nothing", "译文中的相应处；没有则不列", default=()
        ),
    ]
    translation_status: Annotated[
        Literal["missing", "draft", "reviewed", "stale"],
        described(
            "`missing`; `draft` or `reviewed` by an editor; `stale` where the text has changed since it was made",
            "`missing`未译；`draft`未审，`reviewed`已审；`stale`指译成之后原文有改动",
        ),
    ]
    url: Annotated[
        Pair,
        described(
            "its place in the pages of the two languages, relative to the top folder of the site",
            "该句在两种语言网页中的地址，相对于站点根目录",
        ),
    ]


class EmendationDatum(Datum):
    """One difference between seed and page; `seedStart` counts code points of the decoded seed."""

    model_config = in_chinese("底本与本版之间的一处不同。")

    id: Annotated[
        str,
        described(
            "id `<article>:e<seedStart>`: it stays as long as the seed is changed at this place",
            "编号`<文章>:e<seedStart>`：只要此处有校改，就不变",
        ),
    ]
    article: Annotated[Slug, described("id of the article", "文章编号")]
    segment: Annotated[
        Ref | None,
        described(
            "id of its segment, between blocks that of the next one; null where the article has no segments",
            "所在句段的编号，在两块文字之间者为其后一句；文章没有句段则为null",
        ),
    ]
    sic: Annotated[str, described("the reading of the seed; empty where something is added", "底本的文字；增补者为空")]
    corr: Annotated[str, described("the printed reading; empty where something is left out", "本版的文字；删去者为空")]
    reason: Annotated[Reason, described("what was wrong", "不同的缘由")]
    cert: Annotated[Certainty, described("how certain the editors are of the printed reading", "编者对本版文字的把握")]
    resp: Annotated[
        str,
        described(
            "who is responsible: `editors`, another person’s name, or `rule:` and the name of a rule that holds for all seeds",
            "由何者负责：`editors`（编者）、其他人名，或`rule:`加通用规则之名",
        ),
    ]
    rules: Annotated[
        tuple[str, ...],
        described(
            "what made it, in order: names of rules, or decisions by their places in the record (`emendation-4`, `left-out-0`)",
            "出自何者，依次序：规则的名称，或编者的决定在其记录中的位置（`emendation-4`、`left-out-0`）",
        ),
    ]
    seed_start: Annotated[
        int,
        described(
            "where `sic` begins: Unicode code points from the beginning of the decoded seed, counted from 0",
            "`sic`的起点：自解码后底本开头计的Unicode码位数，从0起",
        ),
    ]
    why: Annotated[Pair, described("why it was changed", "何以改动")]
    sources: Sources


class NoteDatum(Datum):
    """One editors' note."""

    model_config = in_chinese("编者的一条注。")

    id: Annotated[str, described("permanent id `<article>:<note>`", "永久编号`<文章>:<注>`")]
    segment: Annotated[
        Ref, described("id of the segment that it is on, as in segments.json", "所注句段的编号，见segments.json")
    ]
    exact: Annotated[
        str | None,
        described(
            "the words it is on, as they stand in the segment’s text; null for the whole segment",
            "所注的原词，如该句所载；注全句则为null",
        ),
    ]
    kind: Annotated[NoteKind, described("what kind of note it is", "类别")]
    cert: Annotated[Certainty, described("how certain the editors are", "编者的把握")]
    status: Annotated[
        Status,
        described(
            "whether an editor has reviewed it: `draft` or `reviewed`", "编者是否审定：`draft`未审，`reviewed`已审"
        ),
    ]
    body: Annotated[Pair, described("the note", "注文")]
    sources: Sources
