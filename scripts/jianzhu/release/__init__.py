"""Release: the files for readers in dist/."""
