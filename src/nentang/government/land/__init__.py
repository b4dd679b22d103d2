"""The land register."""
