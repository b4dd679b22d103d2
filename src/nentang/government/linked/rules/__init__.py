"""How procedures are linked, purely."""
