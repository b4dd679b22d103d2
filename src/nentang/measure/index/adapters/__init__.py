"""Files that come with the index: what was published elsewhere."""
