"""Build: what made the data."""

from __future__ import annotations

from typing import Annotated

from jianzhu.site.data.contract.base import Datum, described, in_chinese


class BuildDatum(Datum):
    """What made the data; nothing in it changes from run to run."""

    model_config = in_chinese("数据由何而来；其中没有每次构建都会改变的内容。")

    contract: Annotated[
        int,
        described(
            "version of this contract; a change that breaks a reader of these files raises it",
            "本约定的版本；凡会使读取程序失效的改动，都使其递增",
        ),
    ]
    versions: Annotated[
        dict[str, str],
        described("versions of the libraries that the data depend on, by name", "影响数据的程序库及其版本，以名称为键"),
    ]
    counts: Annotated[
        dict[str, int],
        described(
            "how many rows each file has, by its name without the extension", "各文件的条数，以不带扩展名的文件名为键"
        ),
    ]
