"""Summing values up the administrative tree, ranking, drawing: pure functions."""
