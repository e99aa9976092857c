"""Jianzhu: from the bytes of raw articles to an annotated bilingual edition: a site, an offline bundle, books.

docs/architecture.md is the map: the parts in their order, what each reads and returns, and the way of a sentence and a note
through them.
"""
