"""Pages of those who write and publish bundles."""
