"""Who may see and do what with a dossier. `check_…` raises with a reason, `can_…` answers."""

from datetime import datetime

from nentang.agreements.actor import Actor, ActorKind
from nentang.foundation.identity.public import actor_for_account, mandate_reaches
from nentang.foundation.organizations.public import OrganizationTask, organization
from nentang.kernel.errors import DomainError
from nentang.kernel.text import whole_number

from .errors import (
    AssuranceTooLow,
    ConsultationNotFound,
    DossierNotFound,
    MandateTooNarrow,
    NotYourDesk,
    NotYourDossier,
    TakenInElsewhere,
)
from .models import Consultation, Dossier

APPLY = "services.apply"
ASSIST = "services.assist"
DESK_ROLES = ("clerk", "specialist", "leader", "head_of_desk")
FINDING_ROLES = ("clerk", "specialist", "leader")
HEAD_ROLES = ("leader", "inspector")


def check_can_apply_for(actor: Actor, person_id: int, *, assurance: int) -> None:
    """The person themself, whoever holds their mandate, or a clerk at the counter."""
    if actor.has_role("clerk") or actor.kind is ActorKind.SYSTEM:
        return
    if actor.subject_person_id != person_id:
        raise NotYourDossier
    if not mandate_reaches(actor, APPLY):
        raise MandateTooNarrow
    if actor.assurance < assurance:
        raise AssuranceTooLow(level=assurance)


def check_is_applicant(actor: Actor, dossier: Dossier) -> None:
    """The applicant, or whoever acts for them or for the company under a mandate that reaches so far.

    To those who may not see it either it does not exist.
    """
    if not is_applicant(actor, dossier):
        raise NotYourDossier if can_see(actor, dossier) else DossierNotFound
    if not mandate_reaches(actor, APPLY):
        raise MandateTooNarrow


def helps_at_counter(actor: Actor) -> bool:
    """Whether the actor helps somebody who stands at the counter and consented in writing to that alone."""
    return mandate_reaches(actor, ASSIST) and not mandate_reaches(actor, APPLY)


def assisting(actor: Actor, mandate_id: int, *, at: datetime) -> Actor:
    """The actor under the consent that was given to them; MandateNotInForce once it ended, NotYourDesk for another mandate."""
    acting = actor_for_account(
        actor.account_id or 0, at, assurance=actor.assurance, mandate_id=mandate_id
    )
    if not helps_at_counter(acting):
        raise NotYourDesk
    return acting


def check_acts_for(actor: Actor, person_id: int, *, organization_id: int) -> None:
    """The person, whoever holds their mandate, or who helps them at the counter of that body.

    NotYourDossier, MandateTooNarrow; NotYourDesk at the counter of another body.
    """
    if actor.subject_person_id != person_id or actor.principal_organization_id is not None:
        raise NotYourDossier
    if helps_at_counter(actor):
        check_serves(actor, organization_id)
    elif not mandate_reaches(actor, APPLY):
        raise MandateTooNarrow


def check_serves(actor: Actor, *organization_ids: int) -> None:
    """A clerk of one of the bodies; NotYourDesk."""
    if not any(actor.has_role("clerk", organization_id=each) for each in organization_ids):
        raise NotYourDesk


def check_lists_dossiers(actor: Actor) -> None:
    """Whoever acts under a mandate that does not reach so far is shown no list either."""
    if not mandate_reaches(actor, APPLY):
        raise MandateTooNarrow


def is_applicant(actor: Actor, dossier: Dossier) -> bool:
    """Whether the dossier is the actor's, their principal's or their company's, as they act now."""
    return _is_theirs(actor, dossier.applicant_id, dossier.on_behalf_of_id)


def acts_for_applicant(actor: Actor, *, applicant_id: int, on_behalf_of_id: int | None) -> bool:
    """Whether the actor is that applicant, or acts for them under a mandate that reaches services."""
    return _is_theirs(actor, applicant_id, on_behalf_of_id) and mandate_reaches(actor, APPLY)


def check_acts_for_applicant(
    actor: Actor, *, applicant_id: int, on_behalf_of_id: int | None
) -> None:
    """DossierNotFound to whom it is not theirs; MandateTooNarrow where only the mandate is too narrow."""
    if not _is_theirs(actor, applicant_id, on_behalf_of_id):
        raise DossierNotFound
    if not mandate_reaches(actor, APPLY):
        raise MandateTooNarrow


def _is_theirs(actor: Actor, applicant_id: int, on_behalf_of_id: int | None) -> bool:
    if on_behalf_of_id is not None:
        return actor.principal_organization_id == on_behalf_of_id
    return actor.principal_organization_id is None and actor.subject_person_id == applicant_id


def check_takes_in(actor: Actor, counter_id: int) -> None:
    """A clerk of the counter, for another body."""
    if not actor.has_role("clerk", organization_id=counter_id):
        raise TakenInElsewhere


def check_chooses_delivery(actor: Actor, dossier: Dossier) -> None:
    """The applicant, or a clerk of a body that has to do with the dossier."""
    if not (actor.has_role("clerk") and works_at(actor, dossier)):
        check_is_applicant(actor, dossier)


def check_can_see(actor: Actor, dossier: Dossier) -> None:
    """The applicant, and officers of the receiving body, of its counter or of the body that holds the case.

    To everybody else the dossier does not exist.
    """
    if is_applicant(actor, dossier) and mandate_reaches(actor, APPLY):
        return
    if dossier.applicant_id == actor.person_id:
        return
    if not works_at(actor, dossier):
        raise DossierNotFound


def check_works_on(actor: Actor, dossier: Dossier, *roles: str) -> None:
    """An officer with one of the roles in the body that holds the case now.

    To those who may not see the dossier it does not exist.
    """
    if actor.kind is ActorKind.SYSTEM:
        return
    if not actor.has_role(*roles, organization_id=dossier.case.holder_id):
        raise NotYourDesk if can_see(actor, dossier) else DossierNotFound


def check_redresses(actor: Actor) -> None:
    """The platform, which carries out what was decided elsewhere; NotYourDesk."""
    if actor.kind is not ActorKind.SYSTEM:
        raise NotYourDesk


def check_sets_obligations(actor: Actor, dossier: Dossier) -> None:
    """A clerk, specialist or leader of the tax body that holds the case."""
    check_works_on(actor, dossier, "clerk", "specialist", "leader")
    if organization(dossier.case.holder_id).task != OrganizationTask.TAX:
        raise NotYourDesk


def check_finds_out(actor: Actor, dossier: Dossier) -> None:
    """A clerk, specialist or leader of the body that received the dossier or holds it."""
    bodies = (dossier.case.holder_id, dossier.organization_id)
    if not any(actor.has_role(*FINDING_ROLES, organization_id=body) for body in bodies):
        raise NotYourDesk


def check_is_consulted(actor: Actor, consultation: Consultation) -> None:
    """An officer of the body that was asked; to everybody else the question does not exist."""
    if consultation.case.holder_id not in actor.organizations():
        raise ConsultationNotFound


def check_keeps_register(actor: Actor, organization_id: int) -> None:
    """An officer of the body's desk."""
    if not actor.has_role(*DESK_ROLES, organization_id=organization_id):
        raise NotYourDesk


def may_open_registers(actor: Actor, subject: str) -> bool:
    """Whether the actor may open the papers of `register:<body>`."""
    body = whole_number(subject.partition(":")[2])
    return body is not None and actor.has_role(*DESK_ROLES, organization_id=body)


def works_at(actor: Actor, dossier: Dossier) -> bool:
    """Whether the actor is an officer of the receiving body, the counter, the holder, or a body asked."""
    own = set(actor.organizations())
    if own & {dossier.organization_id, dossier.counter_id, dossier.case.holder_id}:
        return True
    return bool(own) and dossier.consultations.filter(case__holder__in=own).exists()


def can_see(actor: Actor, dossier: Dossier) -> bool:
    """Whether `check_can_see` lets the actor pass."""
    try:
        check_can_see(actor, dossier)
    except DomainError:
        return False
    return True


def can_find_out(actor: Actor, dossier: Dossier) -> bool:
    """Whether `check_finds_out` lets the actor pass."""
    try:
        check_finds_out(actor, dossier)
    except DomainError:
        return False
    return True


def may_open_files(actor: Actor, subject: str) -> bool:
    """Whether the actor may open the files of `dossier:<id>`."""
    dossier = Dossier.objects.select_related("case").filter(pk=subject.partition(":")[2]).first()
    return dossier is not None and can_see(actor, dossier)
