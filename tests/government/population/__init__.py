"""Tests of the population register."""
