"""Data: what other programs read."""
