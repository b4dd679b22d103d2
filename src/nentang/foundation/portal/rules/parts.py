"""What components are given: moments of a time line, facts, tabs."""

from nentang.kernel.frozen import Frozen


class Moment(Frozen):
    """A point of a time line. `state` done, now, wait (your turn), late or next."""

    title: str
    note: str = ""
    state: str = "done"
    url: str = ""
    link: str = ""


class Fact(Frozen):
    """One cell of the strip of facts: `Fact("Lệ phí", "Miễn phí")`."""

    name: str
    value: str
    note: str = ""


class Tab(Frozen):
    """One tab; `count` is shown beside it."""

    label: str
    url: str
    is_current: bool = False
    count: int | None = None
