"""Show: what the site and the books show alike."""
