"""Invented people, as many as wanted: villages that lived through a century, as registers would have them."""
