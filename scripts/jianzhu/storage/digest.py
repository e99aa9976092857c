"""Digest: whether files are the same as before."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

import jianzhu


def sha256(data: bytes) -> str:
    """SHA-256 of `data`, 64 hex digits."""
    return hashlib.sha256(data).hexdigest()


def folder_digest(root: Path, *names: str) -> str:
    """SHA-256 in hex over the paths and bytes of the files and folders `names` below `root`, without Python's caches."""
    digest = hashlib.sha256()
    for name in names:
        place = root / name
        files = [place] if place.is_file() else sorted(path for path in place.rglob("*") if path.is_file())
        for file in files:
            if "__pycache__" in file.parts:
                continue
            data = file.read_bytes()
            digest.update(os.fsencode(file.relative_to(root).as_posix()) + f"\0{len(data)}\0".encode())
            digest.update(data)
    return digest.hexdigest()


def engine_digest() -> str:
    """The digest of this package, which may be installed outside the folder of the edition."""
    package = Path(jianzhu.__file__).parent
    return folder_digest(package.parent, package.name)
