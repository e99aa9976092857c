"""Commands: what an editor calls."""
