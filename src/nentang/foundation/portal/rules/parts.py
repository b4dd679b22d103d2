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


class TypedField(Frozen):
    """One field of a form that is made from data: kind `text`, `long`, `number`, `day`, `url` or `choice`.

    `value` is what was typed, `error` what is wrong with it, in words.
    """

    name: str
    label: str
    kind: str = "text"
    value: str = ""
    hint: str = ""
    error: str = ""
    options: tuple[tuple[str, str], ...] = ()
    longest: int = 200
    is_required: bool = True

    @property
    def described_by(self) -> str:
        """Identifiers of what says more about it."""
        parts = ((self.hint, "helptext"), (self.error, "error"))
        return " ".join(f"{self.name}_{part}" for said, part in parts if said)

    @property
    def shown(self) -> str:
        """What was typed, in words where it was chosen from a list."""
        return dict(self.options).get(self.value, self.value)
