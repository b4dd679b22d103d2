"""Why a figure falls short: what each place directly below adds, or each value of a field of its facts."""

from collections import defaultdict
from collections.abc import Mapping
from fractions import Fraction

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from nentang.foundation.facts.public import Indicator, fact_rows
from nentang.government.catalogue.public import bundles_on
from nentang.measure.dashboard.registry import Asked
from nentang.measure.dashboard.rules.findings import Cause, Reasons
from nentang.measure.dashboard.rules.shortfall import Counted, contributions
from nentang.measure.indicators.public import Sum, parts_of

MOST_FACTS = 5_000


def by_place(asked: Asked, indicator: Indicator, whole: Sum, goal: Fraction) -> tuple[Reasons, ...]:
    """What each unit directly below adds to the shortfall of the whole; one query. Nothing where nothing lies below."""
    if not asked.below():
        return ()
    found = parts_of(
        indicator.code, asked.unit_code, first=asked.first, last=asked.last, on=asked.on
    )
    parts = {part.unit.code: counted(part.sum) for part in found if part.sum.denominator}
    amounts = contributions(
        counted(whole), parts, goal, higher_is_better=indicator.higher_is_better
    )
    return of_parts(asked, amounts)


def of_parts(asked: Asked, amounts: Mapping[str, Fraction]) -> tuple[Reasons, ...]:
    """Amounts by unit code as reasons by place; what stands under no code is the unit's own.

    Nothing where all of it is its own: that says no more than the whole does.
    """
    if not any(amounts.get(unit.code) for unit in asked.below()):
        return ()
    names = {unit.code: unit.full_name for unit in asked.below()}
    causes = tuple(
        Cause(names[code], amount, asked.url(code), asked.bodies.get(code, ""))
        if code in names
        else Cause(own_words(asked), amount, "", asked.who)
        for code, amount in amounts.items()
    )
    return (Reasons(_("Theo nơi"), causes),)


def by_field(
    asked: Asked, indicator: Indicator, whole: Sum, goal: Fraction, field: str
) -> tuple[Reasons, ...]:
    """The same by procedure, for a place without parts; one query over its own facts.

    Nothing where there are more facts than are read at once, or where they do not come to the whole.
    """
    rows = fact_rows(
        indicator.facts[0],
        unit_codes=asked.tree.members(asked.unit_code),
        first_day=asked.first,
        last_day=asked.last,
        limit=MOST_FACTS,
    )
    parts: dict[str, Counted] = defaultdict(lambda: Counted.of(0, 0))
    for row in rows:
        own = parts[str(row.payload[field])]
        in_order = Fraction(bool(row.payload["on_time"]))
        parts[str(row.payload[field])] = Counted(own.numerator + in_order, own.denominator + 1)
    amounts = contributions(counted(whole), parts, goal)
    if len(rows) == MOST_FACTS or "" in amounts:
        return ()
    names = procedure_names(asked)
    causes = (Cause(names.get(code, code), amount) for code, amount in amounts.items())
    return (Reasons(_("Theo thủ tục"), tuple(causes)),)


def procedure_names(asked: Asked) -> dict[str, str]:
    """What procedures are called on that day; one query."""
    is_english = (get_language() or "vi").startswith("en")
    names = ((each.procedure.code, each.procedure.name) for each in bundles_on(asked.last))
    return {code: name.en if is_english else name.vi for code, name in names}


def own_words(asked: Asked) -> str:
    """What a unit has that none of its parts has."""
    return _("Cơ quan của chính cấp này") if asked.unit else _("Cơ quan trung ương")


def counted(found: Sum) -> Counted:
    """A sum, exactly."""
    return Counted.of(found.numerator, found.denominator)
