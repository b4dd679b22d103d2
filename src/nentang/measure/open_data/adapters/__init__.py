"""Counting at the sources, files, the catalogue as RDF, numbers of requests."""
