"""Tests of what serves society."""
