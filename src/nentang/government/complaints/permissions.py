"""Who may see and do what with a complaint. `check_…` raises with a reason, `can_…` answers."""

from datetime import datetime

from nentang.agreements.actor import Actor
from nentang.foundation.casework.public import Case, TimelineEntry, kind_named, working_in
from nentang.government.services.public import (
    DossierInfo,
    DossierNotFound,
    acts_for_applicant,
    check_acts_for_applicant,
    check_serves,
    helps_at_counter,
    officers_of,
)
from nentang.kernel.clock import legal_day

from .enums import Instance
from .errors import ComplaintNotFound, ExplanationNotFound, NotYourComplaint, WorkedOnIt
from .models import Complaint, Explanation
from .registry import COMPLAINT
from .rules.conflict import is_barred


def may_list(actor: Actor) -> bool:
    """Whether the actor sees the complaints of whom they act for: a mandate must reach so far."""
    return actor.subject_person_id is not None and acts_for_applicant(
        actor,
        applicant_id=actor.subject_person_id,
        on_behalf_of_id=actor.principal_organization_id,
    )


def check_may_complain(actor: Actor, dossier: DossierInfo) -> None:
    """Whoever acts for the applicant, or who helps them at the counter of the body that has or received it.

    DossierNotFound and MandateTooNarrow (not theirs), NotYourDesk.
    """
    if not helps_at_counter(actor):
        check_acts_for_applicant(
            actor,
            applicant_id=dossier.applicant_id,
            on_behalf_of_id=dossier.on_behalf_of_id,
        )
        return
    if dossier.on_behalf_of_id is not None or actor.subject_person_id != dossier.applicant_id:
        raise DossierNotFound
    check_serves(actor, dossier.organization_id, dossier.holder_id)


def check_prints_receipt(actor: Actor, complaint: Complaint) -> None:
    """A clerk of the body that settles it, or who wrote it down; to others it does not exist."""
    is_writer = actor.account_id is not None and complaint.filed_by_id == actor.account_id
    works_there = actor.has_role("clerk", organization_id=complaint.case.holder_id)
    if not (is_writer or works_there):
        raise ComplaintNotFound


def is_complainant(actor: Actor, complaint: Complaint) -> bool:
    """Whether the complaint is the actor's, their principal's or their company's, as they act now."""
    return acts_for_applicant(
        actor,
        applicant_id=complaint.complainant_id,
        on_behalf_of_id=complaint.on_behalf_of_id,
    )


def check_is_complainant(actor: Actor, complaint: Complaint) -> None:
    """ComplaintNotFound: who may not know of it is not told that there is one."""
    if not is_complainant(actor, complaint):
        raise ComplaintNotFound


def can_see(actor: Actor, complaint: Complaint) -> bool:
    """The person who complained, and officers of the body that settles it or was asked to explain."""
    return is_complainant(actor, complaint) or works_at(actor, complaint)


def check_can_see(actor: Actor, complaint: Complaint) -> None:
    """ComplaintNotFound to everybody else."""
    if not can_see(actor, complaint):
        raise ComplaintNotFound


def works_at(actor: Actor, complaint: Complaint) -> bool:
    """Whether the actor is an officer of the body that settles the complaint, or of one that explains."""
    own = set(actor.organizations())
    if own & {complaint.case.holder_id, complaint.case.organization_id}:
        return True
    return bool(own) and complaint.explanations.filter(case__holder__in=own).exists()


def check_handles(actor: Actor, complaint: Complaint, step: str, *, at: datetime) -> None:
    """An officer with one of the step's roles in the body that settles it, who had no part in the matter.

    Raises NotYourComplaint, WorkedOnIt.
    """
    roles = kind_named(COMPLAINT).transitions[step].roles
    if not actor.has_role(*roles, organization_id=complaint.case.holder_id):
        raise NotYourComplaint
    if is_kept_from(actor, complaint, at=at):
        raise WorkedOnIt


def is_kept_from(actor: Actor, complaint: Complaint, *, at: datetime) -> bool:
    """Whether the actor took part in what the complaint is about; see `rules.conflict`."""
    return _is_barred(complaint, actor.account_id, at)


def is_kept_from_case(case: Case, account_id: int, at: datetime) -> bool:
    """The same of an officer to whom somebody would give the case."""
    complaint = Complaint.objects.select_related("case").get(case=case)
    return _is_barred(complaint, account_id, at)


def _is_barred(complaint: Complaint, account_id: int | None, at: datetime) -> bool:
    return is_barred(
        account_id,
        involved=involved_in(complaint),
        leaders=_leaders_of(complaint.case.holder_id, at),
        instance=Instance(complaint.instance),
    )


def involved_in(complaint: Complaint) -> frozenset[int]:
    """Accounts of those who worked on the dossier, and of those who handled the first complaint."""
    before = frozenset[int]()
    if complaint.first_id:
        steps = [step.name for step in kind_named(COMPLAINT).transitions.values() if step.roles]
        entries = TimelineEntry.objects.filter(
            case__in=Complaint.objects.filter(pk=complaint.first_id).values("case"),
            step__in=steps,
            account__isnull=False,
        )
        before = frozenset(entries.values_list("account_id", flat=True))
    return officers_of(complaint.dossier_id) | before


def _leaders_of(organization_id: int, at: datetime) -> frozenset[int]:
    found = working_in([organization_id], legal_day(at), "leader")
    return frozenset(found.values_list("pk", flat=True))


def check_explains(actor: Actor, explanation: Explanation) -> None:
    """An officer of the body that was asked; to everybody else the question does not exist."""
    if explanation.case.holder_id not in actor.organizations():
        raise ExplanationNotFound


def may_open_files(actor: Actor, subject: str) -> bool:
    """Whether the actor may open the files of `complaint:<id>`."""
    number = subject.partition(":")[2]
    found = Complaint.objects.select_related("case").filter(pk=number).first()
    return found is not None and can_see(actor, found)
