"""Bundle: the whole site in one zip, to be unzipped anywhere and read without a network.

contents   site/            -> the files that belong into the bundle, and what kind each is
shared     a file of site/  -> its form in the bundle; what pages repeat is written once

`jianzhu.release.archive` makes the zip of them.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from jianzhu.release.archive import Archive
from jianzhu.release.bundle.contents import KINDS, kind_of, readme, site_files
from jianzhu.release.bundle.shared import SharedParts
from jianzhu.release.dist import SUMS, commit_release, dist_output, release_of, sum_line, sum_of
from jianzhu.site.build import make_site
from jianzhu.storage.lock import one_at_a_time

#: Progress is reported after this many files.
_STEP = 200


@dataclass(frozen=True)
class Size:
    """How much there is of something: files, their bytes, and the bytes they take in the zip."""

    files: int = 0
    plain: int = 0
    zipped: int = 0

    def __add__(self, other: Size) -> Size:
        return Size(self.files + other.files, self.plain + other.plain, self.zipped + other.zipped)


@dataclass(frozen=True)
class Bundle:
    """A finished bundle: its file, the line of its checksum, and its size by kind of file, in the order of KINDS."""

    path: Path
    sum: str
    sizes: dict[str, Size]

    def table(self) -> str:
        """The sizes as a table to print."""
        rows = [*self.sizes.items(), ("all", sum(self.sizes.values(), Size()))]
        head = f"{'kind':<10}{'files':>7}{'bytes':>12}{'zipped':>12}"
        return "\n".join([head, *(f"{kind:<10}{s.files:>7,}{s.plain:>12,}{s.zipped:>12,}" for kind, s in rows)])


def make_bundle(root: Path, progress: Callable[[str], None]) -> Bundle:
    """Build the site below `root` where it is not up to date, and pack it into dist/<release>.zip, with its checksum beside it.

    Raises ReleaseError, EditionError, OSError, or SystemExit where MkDocs fails; the last good bundle stays then.
    """
    release = release_of(root)
    name = f"{release.stem}.zip"
    sizes: dict[str, Size] = defaultdict(Size)
    output = dist_output(root)
    with one_at_a_time(root, "bundle"), output.begun():
        # Opened before the site is built: where nothing can be written, nobody waits for that.
        with output.stage(name) as file:
            make_site(root, progress)
            with Archive(file, release.stem, release.time) as archive:
                for member, data in _members(root / "site", readme(release), progress):
                    sizes[kind_of(member)] += Size(1, len(data), archive.add(member, data))
        commit_release(output)
        path = output.folder / name
        return Bundle(path, sum_of(path), {kind: sizes[kind] for kind in KINDS if kind in sizes})


def _members(site: Path, note: tuple[str, bytes], progress: Callable[[str], None]) -> Iterator[tuple[str, bytes]]:
    """Name and bytes of every file of the bundle: sorted, and at the end the sums of all others."""
    names = site_files(site)
    shared = SharedParts.collect((site / name).read_text(encoding="utf-8") for name in names if name.endswith(".html"))
    made = {**shared.files(), note[0]: note[1]}
    sums = []
    ordered = sorted({*names, *made})
    for number, name in enumerate(ordered, 1):
        data = made[name] if name in made else shared.rewrite(name, (site / name).read_bytes())
        sums.append(sum_line(hashlib.sha256(data).hexdigest(), name))
        yield name, data
        if number % _STEP == 0 or number == len(ordered):
            progress(f"packed {number} of {len(ordered)} files")
    yield SUMS, "".join(sums).encode()
