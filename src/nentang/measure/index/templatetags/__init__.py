"""Words of frameworks in templates."""
