"""Facts into the database, into Parquet, and out of it as tables."""
