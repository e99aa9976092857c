"""Annotate: from the printed text to segments, marks and relations: the edition."""
