"""Rules of schooling: pure."""
