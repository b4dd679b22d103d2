"""Gathering and erasing: what touches tables and the disk."""
