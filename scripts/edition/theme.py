"""Theme: what Material writes that HTML does not allow, mended in the finished page (Nu HTML checker: no errors)."""

from __future__ import annotations

import re

#: A checkbox has nothing to complete.
_AUTOCOMPLETE = re.compile(r'(<input class="md-toggle"[^>]*) autocomplete="off"')
#: The title of the table of contents opens the drawer's list, which pages without one do not have.
_TOC_LABEL = re.compile(r'<label class="md-nav__title" for="__toc">(.*?)</label>', re.DOTALL)


def mended(html: str) -> str:
    """`html` as Material's templates made it, without their known errors."""
    html = _AUTOCOMPLETE.sub(r"\1", html)
    if 'id="__toc"' not in html:
        html = _TOC_LABEL.sub(r'<span class="md-nav__title">\1</span>', html)
    return html
