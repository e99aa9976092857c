"""Repair: from the witness to the printed text, every step recorded."""
