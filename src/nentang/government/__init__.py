"""Chính phủ số: systems in which bodies of the state work."""
