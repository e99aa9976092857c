"""Source: what people write, and what is wrong with it."""
