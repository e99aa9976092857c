"""The works that the edition rests on, as data, and where a record cites one."""

from __future__ import annotations

from typing import Annotated

from jianzhu.site.data.contract.base import Datum, Pair, described, in_chinese
from jianzhu.source.records.sources import CopyKind, SourceType
from jianzhu.source.records.terms import Day, Edtf, Slug


class CitationDatum(Datum):
    """A source that a record rests on, and where in it."""

    model_config = in_chinese("一条记录所据的文献，及其中的位置。")

    source: Annotated[Slug, described("id of the source, as in sources.json", "文献编号，见sources.json")]
    locator: Annotated[
        str | None,
        described(
            "where in it: a page, a chapter, a time; null for the whole", "其中的位置：页、章、时间；指全篇则为null"
        ),
    ]


#: What a record rests on; the field is the same in every file.
Sources = Annotated[
    tuple[CitationDatum, ...], described("what it rests on, as in sources.json", "所据文献，见sources.json")
]


class SourceDatum(Datum):
    """A work that the edition rests on; the names of its fields are those of CSL where it has them."""

    model_config = in_chinese("编者所据的一种文献；字段名尽量与CSL一致。")

    id: Annotated[Slug, described("permanent id of the source", "文献的永久编号")]
    type: Annotated[SourceType, described("what it is, a type of CSL 1.0.2", "类别，CSL 1.0.2的类型")]
    author: Annotated[tuple[Pair, ...], described("its authors, in their order", "作者，依次")]
    title: Annotated[Pair, described("its title", "标题")]
    container_title: Annotated[
        Pair | None,
        described(
            "what it stands in: a newspaper, a journal, a site; null where it stands alone",
            "所载的报刊、文集或网站；单独成书则为null",
        ),
    ]
    publisher: Annotated[Pair | None, described("its publisher; null if unknown", "出版者；不详则为null")]
    issued: Annotated[
        Edtf | None, described("when it appeared: an EDTF date; null if unknown", "发表时间：EDTF日期；不详则为null")
    ]
    part: Annotated[
        str | None, described("volume, issue and pages; null where there are none", "卷、期与页码；没有则为null")
    ]
    doi: Annotated[str | None, described("its DOI; null where it has none", "DOI；没有则为null")]
    url: Annotated[
        str | None,
        described(
            "the address at which it was opened; null where it was not opened on the web",
            "打开的网址；并非网上所见则为null",
        ),
    ]
    accessed: Annotated[
        Day | None,
        described("the day on which it was opened; null where there is no address", "打开的日期；没有网址则为null"),
    ]
    copy_kind: Annotated[
        CopyKind,
        described(
            "what was opened: the original, an archived copy, a reprint or a translation",
            "所见为原文、存档、转载或译文",
        ),
    ]
    says: Annotated[
        Pair | None,
        described(
            "what it says of what it is cited for; null where nothing is noted", "文献中与此有关的内容；未注明则为null"
        ),
    ]
