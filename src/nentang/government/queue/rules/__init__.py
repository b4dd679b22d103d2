"""Whom to call, how long it takes, what a day was like. No database, no clock."""
