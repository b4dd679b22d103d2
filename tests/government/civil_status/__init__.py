"""Tests of civil status."""
