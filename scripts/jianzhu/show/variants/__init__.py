"""Variants: the texts of an edition in the other Chinese script, and a list of what that changes."""

from jianzhu.show.variants.changes import changes_report, idle_corrections
from jianzhu.show.variants.texts import ShownText, converters, edition_texts

__all__ = ["ShownText", "changes_report", "converters", "edition_texts", "idle_corrections"]
