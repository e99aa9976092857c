"""Dated: the dates in a text of an article whose own date may be unknown."""

from __future__ import annotations

from jianzhu.text.dates import DateHit, find_dates

#: Two days on which nothing that counts from the article's date can be read alike.
_APART = ("1804-03-09", "2213-11-24")


def dates_of(text: str, lang: str, article_date: str | None, before: str = "") -> tuple[DateHit, ...]:
    """The dates in `text`, which is in the language of the code `lang`, as `jianzhu.text.dates.find_dates` reads them; without an
    article's date, those that need none."""
    if article_date is not None:
        return find_dates(text, lang, article_date, before)
    early, late = (find_dates(text, lang, day, before) for day in _APART)
    return tuple(hit for hit in early if hit in late)
