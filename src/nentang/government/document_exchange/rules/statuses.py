"""Which status a receiver may report after which, and which the sender may."""

from nentang.government.document_exchange.enums import StatusCode as S

_AFTER: dict[str, frozenset[str]] = {
    S.ARRIVED: frozenset({S.REFUSED, S.REGISTERED}),
    S.REGISTERED: frozenset({S.ASSIGNED, S.IN_PROCESS, S.COMPLETED}),
    S.ASSIGNED: frozenset({S.ASSIGNED, S.IN_PROCESS, S.COMPLETED}),
    S.IN_PROCESS: frozenset({S.ASSIGNED, S.IN_PROCESS, S.COMPLETED}),
    S.COMPLETED: frozenset(),
    S.REFUSED: frozenset(),
}
_IN_ORDER = (S.REGISTERED, S.COMPLETED, S.IN_PROCESS, S.ASSIGNED, S.REFUSED)
ANSWERS_TO_CHANGE = frozenset({S.CHANGE_AGREED, S.CHANGE_REFUSED})


def may_follow(now: str, then: str) -> bool:
    """Whether a document that stands at `now` may be reported as `then`."""
    return then in _AFTER.get(now, frozenset())


def next_statuses(now: str, *, is_change_asked: bool) -> tuple[S, ...]:
    """What may be reported next, the usual one first."""
    usual = [each for each in _IN_ORDER if may_follow(now, each)]
    return (*((S.CHANGE_AGREED, S.CHANGE_REFUSED) if is_change_asked else ()), *usual)
