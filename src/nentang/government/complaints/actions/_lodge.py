"""What a first and a second complaint have in common: number, case, term, files, and who hears of it."""

from collections.abc import Sequence
from datetime import datetime

from django.db import IntegrityError, transaction

from nentang.agreements.actor import Actor
from nentang.foundation.audit.public import record
from nentang.foundation.casework.public import open_case, set_term, term_end
from nentang.foundation.documents.public import link_file
from nentang.foundation.facts.public import record_fact
from nentang.foundation.organizations.public import OrganizationInfo, organization
from nentang.foundation.outbox.public import publish
from nentang.government.complaints.enums import About, Instance
from nentang.government.complaints.errors import AlreadyComplained, StatementMissing, TooManyFiles
from nentang.government.complaints.events import ComplaintFiled
from nentang.government.complaints.indicators import COMPLAINT_FILED
from nentang.government.complaints.models import Complaint, ComplaintFile, YearCounter
from nentang.government.complaints.queries import complaint_about, complaint_of_key
from nentang.government.complaints.rules.terms import acceptance_days_on
from nentang.government.services.public import DossierInfo, helps_at_counter
from nentang.kernel.clock import legal_day
from nentang.kernel.frozen import Frozen

MOST_FILES = 5


class Said(Frozen):
    """What the person says, and what they send with it."""

    statement: str
    demand: str
    file_ids: Sequence[int]

    def check(self) -> None:
        """StatementMissing, TooManyFiles."""
        if not (self.statement.strip() and self.demand.strip()):
            raise StatementMissing
        if len(self.file_ids) > MOST_FILES:
            raise TooManyFiles(most=MOST_FILES)


class Way(Frozen):
    """About what, for which time, against whom, and who settles it."""

    about: About
    instance: Instance
    first: Complaint | None
    against_id: int
    settled_by: OrganizationInfo


def made_before(
    dossier: DossierInfo, about: About, instance: Instance, key: str | None
) -> Complaint | None:
    """The complaint that the same request made; AlreadyComplained where another stands about the matter."""
    standing = complaint_about(dossier.id, about, instance)
    # after the other: what came in between by the same key is found here, and is no other complaint
    if again := complaint_of_key(key, complainant_id=dossier.applicant_id):
        return again
    if standing:
        raise AlreadyComplained(code=standing.code)
    return None


def lodge(
    dossier: DossierInfo, way: Way, said: Said, *, key: str | None, actor: Actor, at: datetime
) -> Complaint:
    """The new complaint, or the one that the same request, sent twice at once, made first.

    AlreadyComplained where another request at the same moment was faster.
    """
    try:
        return _write(dossier, way, said, key, actor, at)
    except IntegrityError:
        if again := made_before(dossier, way.about, way.instance, key):
            return again
        raise


@transaction.atomic
def _write(
    dossier: DossierInfo, way: Way, said: Said, key: str | None, actor: Actor, at: datetime
) -> Complaint:
    today = legal_day(at)
    accept_by = term_end(today, acceptance_days_on(today).value)
    complaint = Complaint(
        dossier_id=dossier.id,
        instance=way.instance,
        first=way.first,
        about=way.about,
        statement=said.statement.strip(),
        demand=said.demand.strip(),
        complainant_id=dossier.applicant_id,
        on_behalf_of_id=dossier.on_behalf_of_id,
        filed_by_id=actor.account_id,
        against_id=way.against_id,
        filed_at=at,
        accept_by=accept_by,
        idempotency_key=key,
    )
    _number_and_save(complaint, dossier, way.settled_by, actor, at)
    set_term(case=complaint.case, due_at=accept_by, actor=actor, at=at)
    _attach(complaint, said.file_ids, way.settled_by.id, actor, at)
    _tell(complaint, dossier, way.settled_by.id, actor, at)
    return complaint


def _number_and_save(
    complaint: Complaint, dossier: DossierInfo, body: OrganizationInfo, actor: Actor, at: datetime
) -> None:
    year = legal_day(at).year
    serial = YearCounter.take(organization_id=body.id, year=year)
    complaint.code = f"{body.code_qcvn102 or body.id}-KN{year % 100:02d}-{serial:04d}"
    complaint.case = open_case(
        kind="complaint",
        code=complaint.code,
        organization_id=body.id,
        title=f"Khiếu nại: {dossier.title}"[:200],
        applicant_person_id=dossier.applicant_id,
        applicant_name=dossier.applicant_name,
        channel="counter" if helps_at_counter(actor) else "online",
        unit_code=body.unit_code,
        actor=actor,
        at=at,
    )
    complaint.save()


def _attach(
    complaint: Complaint, file_ids: Sequence[int], body_id: int, actor: Actor, at: datetime
) -> None:
    subject = f"complaint:{complaint.pk}"
    for file_id in file_ids:
        link_file(file_id=file_id, subject=subject, organization_id=body_id, actor=actor, at=at)
        ComplaintFile.objects.create(complaint=complaint, file_id=file_id)


def _tell(
    complaint: Complaint, dossier: DossierInfo, body_id: int, actor: Actor, at: datetime
) -> None:
    record(
        actor=actor,
        action="complaints.file_complaint",
        subject=f"complaint:{complaint.pk}",
        organization_id=body_id,
        person_id=complaint.complainant_id,
        at=at,
    )
    publish(
        ComplaintFiled(
            complaint_id=complaint.pk,
            code=complaint.code,
            dossier_code=dossier.code,
            about=str(complaint.about),
            instance=int(complaint.instance),
            against_id=complaint.against_id,
            settled_by_id=body_id,
        ),
        at=at,
        key=complaint.code,
    )
    record_fact(
        COMPLAINT_FILED,
        at=at,
        organization_id=complaint.against_id,
        unit_code=organization(complaint.against_id).unit_code,
        about=str(complaint.about),
        instance=int(complaint.instance),
    )
