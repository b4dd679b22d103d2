"""What the desk shows of a sheet and of a round."""

from collections.abc import Collection
from datetime import date, datetime
from typing import Any

from django.utils.translation import get_language

from nentang.agreements.actor import Actor
from nentang.foundation.casework.public import kind_named
from nentang.foundation.organizations.public import (
    OrganizationInfo,
    UnitLevel,
    organizations_for,
    units_on,
)
from nentang.kernel.frozen import Frozen
from nentang.measure.index.enums import APPRAISER, PUBLISHER, REPORTER, SheetState
from nentang.measure.index.models import Round, Sheet
from nentang.measure.index.permissions import can_appraise
from nentang.measure.index.queries import Line, lines_of, proposal_of
from nentang.measure.index.queries.sheets import framework_of, measured, trees_of
from nentang.measure.index.registry import SHEET
from nentang.measure.index.rules.scoring import Grade, YesNo

from .unit import sheet_findings


class Criterion(Frozen):
    """A line with what its form needs."""

    line: Line
    anchor: str
    grades: tuple[str, ...]
    is_yes_no: bool

    @property
    def is_counted(self) -> bool:
        """Whether the system counts it."""
        return bool(self.line.facts_url)


def sheet_context(sheet: Sheet, actor: Actor, *, at: datetime) -> dict[str, Any]:
    """The sheet with its criteria, its three sums, what may be done now, and what detectors see."""
    found = measured(sheet, at=at)
    lines = lines_of(sheet, found)
    framework = framework_of(sheet.round)
    state = sheet.case.state
    reports = actor.has_role(REPORTER, organization_id=sheet.organization_id)
    appraises = can_appraise(actor, sheet)
    return {
        "sheet": sheet,
        "framework": framework,
        "criteria": [_criterion(line) for line in lines],
        "trees": trees_of(framework, lines),
        "state": state_words(state),
        "may_answer": reports and state == SheetState.ANSWERING,
        "may_explain": reports and state == SheetState.EXPLAINING,
        "may_object": reports and state in (SheetState.ANSWERING, SheetState.EXPLAINING),
        "may_appraise": appraises and state == SheetState.APPRAISING,
        "may_correct": appraises and state in (SheetState.APPRAISED, SheetState.PUBLISHED),
        "findings": [] if reports else sheet_findings(sheet, at),
    }


def _criterion(line: Line) -> Criterion:
    code = "".join(each if each.isalnum() else "-" for each in line.node.code)
    rule = line.node.rule
    grades = tuple(rule.grades) if isinstance(rule, Grade) else ()
    return Criterion(line, f"tc-{code}", grades, isinstance(rule, YesNo))


def round_context(found: Round, actor: Actor) -> dict[str, Any]:
    """The sheets, the proposal and the versions of a round."""
    sheets = found.sheets.select_related("organization", "case").order_by("organization__sort_name")
    proposal = proposal_of(found)
    return {
        "round": found,
        "framework": framework_of(found),
        "sheets": [(sheet, state_words(sheet.case.state)) for sheet in sheets],
        "proposal": proposal,
        "proposed": list(proposal.results.order_by("place", "name")) if proposal else [],
        "versions": found.publications.exclude(published_at=None).order_by("-version"),
        "may_propose": actor.has_role(APPRAISER, organization_id=found.appraised_by_id),
        "may_publish": actor.has_role(PUBLISHER, organization_id=found.appraised_by_id),
    }


def state_words(state: str) -> str:
    """Where a sheet stands, in the reader's language."""
    return kind_named(SHEET).states[state].title(get_language() or "vi")


def bodies_to_ask(on: date, *, but: Collection[int]) -> list[OrganizationInfo]:
    """The committees of all provinces of that day that are recorded."""
    codes = [unit.code for unit in units_on(on, UnitLevel.PROVINCE)]
    return [body for body in organizations_for(codes, on).values() if body.id not in but]
