"""Catalogue of procedures, dossiers, desk."""
