"""Who may see and do what in a round. `check_…` raises with a reason, `can_…` answers."""

from nentang.agreements.actor import Actor
from nentang.foundation.organizations.public import is_within

from .enums import APPRAISER, PUBLISHER, REPORTER
from .errors import NotAppraiser, NotPublisher, NotReporter, RoundNotFound, SameHand, SheetNotFound
from .models import Publication, Round, Sheet


def can_see_sheet(actor: Actor, sheet: Sheet) -> bool:
    """Who reports for the body, and who appraises or publishes the round."""
    return actor.has_role(REPORTER, organization_id=sheet.organization_id) or can_see_round(
        actor, sheet.round
    )


def check_can_see_sheet(actor: Actor, sheet: Sheet) -> None:
    """SheetNotFound to everybody else."""
    if not can_see_sheet(actor, sheet):
        raise SheetNotFound


def can_see_round(actor: Actor, round_: Round) -> bool:
    """Who appraises or publishes it."""
    return actor.has_role(APPRAISER, PUBLISHER, organization_id=round_.appraised_by_id)


def check_can_see_round(actor: Actor, round_: Round) -> None:
    """RoundNotFound to everybody else."""
    if not can_see_round(actor, round_):
        raise RoundNotFound


def check_reports(actor: Actor, sheet: Sheet) -> None:
    """Who reports for the body of the sheet: SheetNotFound to strangers, NotReporter to others who see it."""
    check_can_see_sheet(actor, sheet)
    if not actor.has_role(REPORTER, organization_id=sheet.organization_id):
        raise NotReporter


def can_appraise(actor: Actor, sheet: Sheet) -> bool:
    """An appraiser of the round who did not report in the sheet, and works neither at its body nor below it."""
    if not actor.has_role(APPRAISER, organization_id=sheet.round.appraised_by_id):
        return False
    if actor.account_id is not None and actor.account_id == sheet.reporter_id:
        return False
    return not any(is_within(body, sheet.organization_id) for body in actor.organizations())


def check_appraises(actor: Actor, sheet: Sheet) -> None:
    """SheetNotFound to strangers, NotAppraiser to others who see it."""
    check_can_see_sheet(actor, sheet)
    if not can_appraise(actor, sheet):
        raise NotAppraiser


def check_proposes(actor: Actor, round_: Round) -> None:
    """An appraiser of the round: RoundNotFound, NotAppraiser."""
    check_can_see_round(actor, round_)
    if not actor.has_role(APPRAISER, organization_id=round_.appraised_by_id):
        raise NotAppraiser


def check_opens(actor: Actor, organization_id: int) -> None:
    """A publisher of the body that will appraise: NotPublisher."""
    if not actor.has_role(PUBLISHER, organization_id=organization_id):
        raise NotPublisher


def check_publishes(actor: Actor, proposal: Publication) -> None:
    """A publisher who neither proposed nor appraised nor reported: RoundNotFound, NotPublisher, SameHand."""
    check_can_see_round(actor, proposal.round)
    check_opens(actor, proposal.round.appraised_by_id)
    hands = {proposal.proposed_by_id}
    for sheet in proposal.round.sheets.all():
        hands |= {sheet.reporter_id, sheet.appraiser_id}
    if actor.account_id in hands - {None}:
        raise SameHand


def may_open_evidence(actor: Actor, subject: str) -> bool:
    """Whether the actor sees the sheet to which a file belongs."""
    key = subject.partition(":")[2]
    if not key.isdigit():
        return False
    sheet = Sheet.objects.select_related("round").filter(pk=int(key)).first()
    return sheet is not None and can_see_sheet(actor, sheet)
