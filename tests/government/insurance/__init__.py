"""Tests of the insurance register."""
