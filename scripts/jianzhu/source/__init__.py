"""Source: what people write in seeds/, and the problems in it."""
