"""What each app holds about people, as the apps say in `holdings.py`, loaded when somebody first asks."""

from collections.abc import Callable, Mapping
from functools import cache
from typing import Any, BinaryIO

from django.db.models import Model, Q, QuerySet
from django.utils.module_loading import autodiscover_modules
from msgspec import field

from nentang.kernel.frozen import Frozen

OWN = "là chính người được cấp dữ liệu này"
"""Why a field that only says whose row it is need not be given."""


class Content(Frozen):
    """A file that belongs to a row; whoever opens it closes it."""

    folder: str
    name: str
    open: Callable[[], BinaryIO]


class Holding(Frozen, kw_only=True):
    """What a model holds about people.

    Whose: `rows_of(person_id)` gives the rows of one person; `shown` names the paths that they are
    given, with what people call each; `left_out` says of every other personal field why it is not;
    `in_words` makes a value readable; `content` is the file of a row.

    How long: `closed_at` is the instant at which a row's matter was closed (a lookup or expression,
    empty while it is open), or `kept_while` says what keeps it open. Afterwards `blanks` stand in the
    fields (a function is called with the instant; `is_blank` then tells such rows), or, with `is_row_dropped`, the row goes and lets go
    of the stored file under `file`.
    `case` leads to the casework case whose legal hold keeps the row.
    """

    model: type[Model]
    title: object
    rows_of: Callable[[int], QuerySet[Any]]
    shown: Mapping[str, object]
    left_out: Mapping[str, str] = field(default_factory=dict)
    in_words: Mapping[str, Callable[[Any], object]] = field(default_factory=dict)
    content: Callable[[Any], Content] | None = None
    closed_at: object = None
    kept_while: str = ""
    blanks: Mapping[str, object] = field(default_factory=dict)
    is_blank: Q | None = None
    is_row_dropped: bool = False
    file: str = ""
    case: object = None

    @property
    def label(self) -> str:
        """`services.Dossier`."""
        return self.model._meta.label


_holdings: dict[str, Holding] = {}


def register_holding(holding: Holding) -> Holding:
    """Make the holding known and return it; ValueError where its model has one."""
    if _holdings.get(holding.label, holding) is not holding:
        raise ValueError(f"{holding.label} is registered twice")
    _holdings[holding.label] = holding
    return holding


@cache
def gather_holdings() -> None:
    """Load what every app says of its holdings and of the files in them."""
    autodiscover_modules("holdings")


def holdings() -> tuple[Holding, ...]:
    """All holdings, in the order in which the apps of the house start."""
    gather_holdings()
    return tuple(_holdings.values())


def holding_of(label: str) -> Holding | None:
    """The holding of that model (`services.Dossier`), if any app registered one."""
    gather_holdings()
    return _holdings.get(label)
