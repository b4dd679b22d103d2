"""The exchange node: a program of its own that knows neither Django nor a database."""
