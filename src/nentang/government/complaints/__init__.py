"""Complaints about a dossier: what a person may say against an office, and how it must answer."""
