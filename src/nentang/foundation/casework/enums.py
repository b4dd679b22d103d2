"""Words of fixed lists in casework."""

HEADS = ("head_of_desk", "leader")
"""Roles that assign the work of their body and answer for what is late."""
