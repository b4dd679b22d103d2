"""What components are given: moments of a time line, facts, tabs."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Moment:
    """A point of a time line. `state` done, now, wait (your turn), late or next."""

    title: str
    note: str = ""
    state: str = "done"
    url: str = ""
    link: str = ""


@dataclass(frozen=True, slots=True)
class Fact:
    """One cell of the strip of facts: `Fact("Lệ phí", "Miễn phí")`."""

    name: str
    value: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Tab:
    """One tab; `count` is shown beside it."""

    label: str
    url: str
    is_current: bool = False
    count: int | None = None
