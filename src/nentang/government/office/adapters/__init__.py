"""The counters of documents."""
