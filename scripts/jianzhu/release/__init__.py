"""Release: what is handed to readers in dist/."""
