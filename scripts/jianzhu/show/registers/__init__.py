"""Registers: glossary, timeline, claims, questions and cross-references, as the site and the books show them."""
