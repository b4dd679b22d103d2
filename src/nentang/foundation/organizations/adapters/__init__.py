"""Files that the law publishes."""
