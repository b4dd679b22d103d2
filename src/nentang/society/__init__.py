"""Xã hội số: what people do with each other and with their commune."""
