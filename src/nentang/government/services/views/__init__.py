"""Pages of services: each parses, calls one action or query, renders."""
