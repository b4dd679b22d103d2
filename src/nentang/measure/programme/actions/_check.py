"""Whether a draft can be submitted or published as it stands."""

from datetime import date

from nentang.measure.programme.errors import TargetIncomplete
from nentang.measure.programme.models import PlanTarget
from nentang.measure.programme.queries import selectable_indicators
from nentang.measure.programme.rules.terms import FIELDS, LONGEST_FIELD, Terms, read_terms

DRAFT = "draft"


def check_complete(target: PlanTarget, today: date) -> Terms:
    """The terms in the draft; TargetIncomplete names every field that is wrong."""
    terms, faults = read_terms(target.draft, today=today, indicators=selectable_indicators())
    if terms is None:
        fields = {name: [str(kind)] for name, kind in faults.items()}
        raise TargetIncomplete(fields=fields, count=len(faults))
    return terms


def kept_draft(typed: dict[str, str]) -> dict[str, str]:
    """What was typed into the fields of a target, and nothing else."""
    return {name: typed[name][:LONGEST_FIELD] for name in FIELDS if typed.get(name)}
