"""Tests of the land register."""
