"""Organisations with identifiers and the administrative tree by date."""
