"""Who keeps, sees and sends in entries. `check_…` raises with a reason, `can_…` answers."""

from nentang.agreements.actor import Actor
from nentang.foundation.organizations.public import Organization, OrganizationKind

from .errors import EntryNotFound, FourEyes, NotAKeeper, NotInvited
from .models import Entry
from .rules.registers import Register, StepMeaning

SEND = "small_registers.submit_entry"


OFFICES = (
    OrganizationKind.MINISTRY,
    OrganizationKind.PEOPLES_COMMITTEE,
    OrganizationKind.DEPARTMENT,
)


def may_keep(register: Register, body: Organization) -> bool:
    """Whether the body keeps the register: an office of the state of one of its levels."""
    return str(body.level) in register.keepers and body.kind in OFFICES


def check_keeps_for(actor: Actor, register: Register, organization_id: int) -> Organization:
    """The body, for which the actor keeps that register; NotAKeeper."""
    body = Organization.objects.select_related("unit").filter(pk=organization_id).first()
    if (
        body is None
        or actor.account_id is None
        or not may_keep(register, body)
        or not actor.has_role(*register.roles, organization_id=body.pk)
    ):
        raise NotAKeeper
    return body


def can_keep(actor: Actor, register: Register, entry: Entry) -> bool:
    """Whether the actor works on the entries of that body."""
    return actor.has_role(*register.roles, organization_id=entry.organization_id)


def is_sender(actor: Actor, entry: Entry) -> bool:
    """Whether the actor sent the entry in, or acts for the organization for which it was sent."""
    if entry.sent_for_id is not None:
        is_for_it = actor.principal_organization_id == entry.sent_for_id
        return is_for_it and actor.reaches(SEND)
    return (
        actor.person_id is not None
        and actor.mandate_id is None
        and actor.person_id == entry.case.applicant_id
    )


def can_see(actor: Actor, entry: Entry) -> bool:
    """Officers of the body; whoever sent it in."""
    return entry.organization_id in actor.organizations() or is_sender(actor, entry)


def check_sees(actor: Actor, entry: Entry) -> None:
    """EntryNotFound: to others what is not published does not exist."""
    if not can_see(actor, entry):
        raise EntryNotFound


def check_sees_desk(actor: Actor, entry: Entry) -> None:
    """EntryNotFound for everybody but officers of the body."""
    if entry.organization_id not in actor.organizations():
        raise EntryNotFound


def check_keeps(actor: Actor, register: Register, entry: Entry) -> int:
    """The account of an officer who keeps the entry; EntryNotFound, NotAKeeper."""
    check_sees_desk(actor, entry)
    if actor.account_id is None or not can_keep(actor, register, entry):
        raise NotAKeeper
    return actor.account_id


def check_attaches(actor: Actor, register: Register, entry: Entry) -> None:
    """Who keeps the entry, or sent it in; EntryNotFound, NotAKeeper."""
    if not is_sender(actor, entry):
        check_keeps(actor, register, entry)


def check_steps(actor: Actor, register: Register, entry: Entry, step: StepMeaning) -> None:
    """Whether the actor may take the step, its roles apart, which the case asks for.

    EntryNotFound, NotAKeeper, FourEyes.
    """
    if step.by_submitter:
        check_sees(actor, entry)
        if not is_sender(actor, entry):
            raise NotAKeeper
        return
    check_keeps(actor, register, entry)
    if step.four_eyes and actor.account_id == entry.prepared_by_id:
        raise FourEyes


def sends_for(actor: Actor, register: Register) -> tuple[int, int | None]:
    """The person who sends an entry in, and the organization for which they do; NotInvited."""
    invited = register.submission
    if invited is None or actor.person_id is None or actor.assurance < invited.assurance:
        raise NotInvited
    if actor.mandate_id is None:
        if "person" not in invited.by:
            raise NotInvited
        return actor.person_id, None
    organization = actor.principal_organization_id
    if "organization" not in invited.by or organization is None or not actor.reaches(SEND):
        raise NotInvited
    return actor.person_id, organization
