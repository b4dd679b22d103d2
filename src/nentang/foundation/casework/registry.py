"""Kinds of cases, as their apps register them."""

from .rules.kinds import CaseKind

_kinds: dict[str, CaseKind] = {}


def register_kind(kind: CaseKind) -> CaseKind:
    """Make the kind known and return it."""
    _kinds[kind.name] = kind
    return kind


def kind_named(name: str) -> CaseKind:
    """The kind of that name; KeyError where no app registered it."""
    return _kinds[name]


def kinds() -> tuple[CaseKind, ...]:
    """All kinds, by name."""
    return tuple(_kinds[name] for name in sorted(_kinds))
