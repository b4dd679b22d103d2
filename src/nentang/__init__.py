"""Nền Tảng: one installation in which a digital government works and measures itself."""
