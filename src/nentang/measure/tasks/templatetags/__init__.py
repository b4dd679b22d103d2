"""Filters of tasks."""
