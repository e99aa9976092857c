"""Extract: from the bytes of a raw article in any format to its blocks, its images and what it says of itself."""
