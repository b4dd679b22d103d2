"""Indicators over the Parquet of the facts, and over single facts."""
