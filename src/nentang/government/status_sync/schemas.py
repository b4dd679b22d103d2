"""What portals exchange, in JSON."""

from datetime import datetime

from ninja import Schema
from pydantic import Field


class StateOut(Schema):
    """A dossier came to one of the ten national states; `sequence` orders what has one instant."""

    code: str
    state: int = Field(ge=1, le=10)
    at: datetime
    sequence: int
    procedure: str
    body: str


class StatePage(Schema):
    """States in settled order, and the `after` of the next request."""

    states: list[StateOut]
    next: str


class Taken(Schema):
    """How many came, and how many of them were news."""

    taken: int
    newer: int
