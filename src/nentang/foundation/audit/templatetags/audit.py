"""`{% load audit %}{% for visit in looks|together %}`: looks as people remember them."""

from collections.abc import Iterable
from itertools import groupby

from django import template

from nentang.foundation.audit.queries import Look
from nentang.kernel.clock import legal_day
from nentang.kernel.frozen import Frozen

register = template.Library()


class Visit(Frozen):
    """Looks of one person at the same thing for the same reason, one after the other on one day."""

    latest: Look
    times: int


@register.filter
def together(looks: Iterable[Look]) -> list[Visit]:
    """Looks in a row that differ only by the minute, as one."""
    rows = (list(same) for _, same in groupby(looks, key=_but_for_the_minute))
    return [Visit(row[0], len(row)) for row in rows]


def _but_for_the_minute(look: Look) -> tuple[object, ...]:
    return (
        legal_day(look.at),
        *(look.name, look.role, look.organization, look.subject, look.fields),
        *(look.purpose, look.legal_basis, look.under_mandate),
    )
