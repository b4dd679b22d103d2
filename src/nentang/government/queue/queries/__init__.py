"""Reads: offices and windows, lines, the call screen, figures of a day."""

from .board import Board, Call, Line, board
from .days import Day, NamedFigures, day_of
from .lines import Place, next_in_line, place_of, ticket_at
from .offices import (
    find_office,
    find_ticket,
    find_window,
    is_giving_numbers,
    live_tickets_of,
    matter_of,
    matters_of,
    missed_today,
    office_with_key,
    offices_giving_numbers,
    window_of_clerk,
    windows_of,
)

__all__ = [
    "Board",
    "Call",
    "Day",
    "Line",
    "NamedFigures",
    "Place",
    "board",
    "day_of",
    "find_office",
    "find_ticket",
    "find_window",
    "is_giving_numbers",
    "live_tickets_of",
    "matter_of",
    "matters_of",
    "missed_today",
    "next_in_line",
    "office_with_key",
    "offices_giving_numbers",
    "place_of",
    "ticket_at",
    "window_of_clerk",
    "windows_of",
]
