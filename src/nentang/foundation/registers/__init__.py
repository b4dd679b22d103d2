"""Registers: the base on which every register of the state stands."""
