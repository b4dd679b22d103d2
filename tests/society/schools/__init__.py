"""Tests of the lists of children."""
