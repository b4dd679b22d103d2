"""Catalogue of administrative procedures: what each asks, costs, takes and gives, by day."""
