"""Tests of the register of businesses."""
