"""Show: what the site and the books have in common."""
