"""Showcase: an article with every kind of block and everything that an author can set apart, in an edition of its own."""
