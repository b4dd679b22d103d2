"""Faults in the use of facts: programmers' errors, raised at once where they are made."""


class FactRefused(ValueError):
    """A fact or a kind that may not be; the text says what to mend and holds no value."""
