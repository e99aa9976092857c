"""Markup: how pages are written: Markdown, fragments of HTML, and their templates."""
