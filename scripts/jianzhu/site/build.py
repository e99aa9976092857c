"""Build: run MkDocs into a new folder, and replace site/ with it when it is complete."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import jianzhu
from jianzhu.site.theme.files import engine_docs, engine_templates
from jianzhu.storage.digest import engine_digest, folder_digest
from jianzhu.storage.files import NO_DATE, refuse_link, restore_folder, swap_folder, write_file
from jianzhu.storage.lock import for_child, one_at_a_time

#: What a site is made of; a change of any byte below these makes a new one.
INPUTS = ("LICENSE", "mkdocs.yml", "requirements.txt", "seeds", "docs", "overrides", "scripts")

#: Where `serve_site` serves by default.
ADDRESS = "127.0.0.1:8000"
_PACKAGES = Path(jianzhu.__file__).parents[1]


def make_site(root: Path, progress: Callable[[str], None]) -> bool:
    """Build site/ below `root` from seeds/ and docs/. False where site/ is that of the same inputs already.

    Raises SystemExit with MkDocs' status where MkDocs, or the pipeline within it, fails: site/ is the last good one then.
    Raises OSError where site/ cannot be replaced.
    """
    with one_at_a_time(root, "site", progress):
        return _make_site(root, progress)


def forget_stamp(root: Path) -> None:
    """Make the next `make_site` build again: something else writes into site/."""
    _stamp(root).unlink(missing_ok=True)


def serve_site(root: Path, address: str) -> int:
    """Serve the site of the edition below `root` at `address` (host:port), and build it anew at every edit, until interrupted;
    gives MkDocs' status.
    """
    return _mkdocs(root, "serve", "--dev-addr", address, locked=False)


def _mkdocs(root: Path, *arguments: str, locked: bool) -> int:
    """Run MkDocs on the edition below `root`; its status. It works under the lock that this process has, if it is `locked`."""
    lock, files = for_child(root) if locked else ({}, ())
    environment = {
        # What MkDocs dates, it dates by the clock, if by nothing else.
        "SOURCE_DATE_EPOCH": str(NO_DATE),
        **os.environ,
        "NO_MKDOCS_2_WARNING": "1",
        "PYTHONUTF8": "1",
        **lock,
        # From its sources, the package is where this process has found it.
        "PYTHONPATH": os.pathsep.join([str(_PACKAGES), *filter(None, [os.environ.get("PYTHONPATH")])]),
    }
    command = [sys.executable, "-m", "jianzhu.site.mkdocs", *arguments, "--config-file", "mkdocs.yml"]
    return subprocess.run(command, cwd=root, env=environment, pass_fds=files, check=False).returncode


def theme_digest() -> str:
    """The digest of what the engine has outside its modules."""
    return folder_digest(engine_templates(), "") + folder_digest(engine_docs(), "assets")


def _stamp(root: Path) -> Path:
    return root / ".build" / "site.sha256"


def _make_site(root: Path, progress: Callable[[str], None]) -> bool:
    site, fresh, stamp = root / "site", root / ".build" / "site", _stamp(root)
    refuse_link(site)
    restore_folder(site)
    # Taken before the build: what is saved while it runs is for the next one.
    digest = folder_digest(root, *INPUTS) + engine_digest() + theme_digest()
    if (site / "index.html").is_file() and stamp.is_file() and stamp.read_bytes() == digest.encode():
        return False
    progress("seeds/ and docs/ → site/ (MkDocs reports what it does)")
    status = _mkdocs(root, "build", "--strict", "--site-dir", str(fresh), locked=True)
    if status:
        progress("the site was not built; site/ is unchanged")
        raise SystemExit(status)
    stamp.unlink(missing_ok=True)
    swap_folder(fresh, site)
    write_file(stamp, digest.encode())
    return True
