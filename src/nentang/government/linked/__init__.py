"""Several procedures in one declaration, each in its own body."""
