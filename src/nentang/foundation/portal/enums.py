"""Names of the portal that others choose from."""

from enum import StrEnum


class MenuGroup(StrEnum):
    """Where a link of the menu stands: in the line while there is room, or in a folder beside it.

    `at_hand` is what one came for, used many times a day; `records` are books and data that one
    keeps; `watch` is how it goes; `look_up` is open to everybody; `house` is for who runs it.
    """

    AT_HAND = "at_hand"
    RECORDS = "records"
    WATCH = "watch"
    LOOK_UP = "look_up"
    HOUSE = "house"
