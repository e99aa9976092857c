"""Changes: what had an id and has another now, or none."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from jianzhu.site.data.contract.base import Datum, Pair, described, in_chinese
from jianzhu.source.records import Addressed, ChangeKind, Day


class ChangeDatum(Datum):
    """One change of an id; by `successor` a program that knows an old id finds what is there now."""

    model_config = in_chinese("编号的一次变更；知道旧编号的程序可由`successor`找到现在的所在。")

    date: Annotated[Day, described("when it was changed: YYYY-MM-DD", "变更之日：YYYY-MM-DD")]
    kind: Annotated[
        ChangeKind,
        described(
            "what happened; after `split` and `updated` the old id is still in use",
            "何种变更；`split`与`updated`之后旧编号仍然有效",
        ),
    ]
    what: Annotated[Addressed, described("what has the id", "编号属于何物")]
    source: Annotated[
        str,
        Field(alias="from"),
        described("the id before the change, as in the other files", "变更前的编号，如其他文件所载"),
    ]
    to: Annotated[
        str | None,
        described("the id after the change; null where it has none", "变更后的编号；没有则为null"),
    ]
    successor: Annotated[
        str | None,
        described(
            "the id that is in use now, after all later changes; null where nothing took its place",
            "经后来各次变更，现在有效的编号；无接替者为null",
        ),
    ]
    label: Annotated[
        Pair | None, described("what it was called; null where not recorded", "当时的名称；未记录则为null")
    ]
    url: Annotated[
        Pair | None,
        described(
            "where it is now in the pages of the two languages, relative to the top folder of the site; null where it is nowhere",
            "现在在两种语言网页中的地址，相对于站点根目录；已无则为null",
        ),
    ]
