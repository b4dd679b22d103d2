"""Civil status: births, marriages, deaths and what else is written into the books of a commune."""
