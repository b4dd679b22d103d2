"""The register of dossiers of a body (form 06): what came, when it was promised, when it was answered."""

from datetime import date, datetime, time, timedelta

from django.db.models import QuerySet

from nentang.government.services.enums import Channel
from nentang.government.services.models import Dossier
from nentang.government.services.rules.matter import written_phone
from nentang.kernel.clock import VIETNAM, at_local
from nentang.kernel.frozen import Frozen

from .dossiers import procedure_of

PAGE = 50
MOST_PRINTED = 2000


class Entry(Frozen):
    """A line of the register; instants are written as people read them, empty where not yet."""

    id: int
    code: str
    procedure: str
    applicant: str
    address: str
    body: str
    received: str
    promised: str
    returned: str
    way: str

    @property
    def cells(self) -> list[str]:
        """The line as cells of a table, in the order of the form."""
        return [
            *(self.code, self.procedure, self.applicant, self.address, self.body),
            *(self.received, self.promised, self.returned, self.way),
        ]


def month_of(day: date) -> tuple[datetime, datetime]:
    """The first instant of that day's month and of the next."""
    first = day.replace(day=1)
    after = (first + timedelta(days=31)).replace(day=1)
    return at_local(first, time()), at_local(after, time())


def register_entries(
    organization_id: int, *, first: datetime, until: datetime, after_id: int = 0, limit: int = PAGE
) -> list[Entry]:
    """Dossiers that the body received in that time, in the order of their numbers; one query."""
    found = _received(organization_id, first, until).filter(pk__gt=after_id).order_by("pk")
    return [_entry(each) for each in found[:limit]]


def _received(organization_id: int, first: datetime, until: datetime) -> QuerySet[Dossier]:
    return Dossier.objects.filter(
        organization_id=organization_id, received_at__gte=first, received_at__lt=until
    ).select_related("case__holder", "applicant")


def _entry(dossier: Dossier) -> Entry:
    person, case = dossier.applicant, dossier.case
    return Entry(
        id=dossier.pk,
        code=dossier.code,
        procedure=procedure_of(dossier).name.vi,
        applicant=person.full_name,
        address=", ".join(filter(None, (person.address_line, written_phone(person.phone)))),
        body=case.holder.name,
        received=_written(dossier.received_at),
        promised=_written(case.first_due_at or case.due_at),
        returned=_written(dossier.returned_at or dossier.decided_at),
        way="Qua mạng" if dossier.channel == Channel.ONLINE else "Tại quầy",
    )


def _written(at: datetime | None) -> str:
    return at.astimezone(VIETNAM).strftime("%H:%M %d/%m/%Y") if at else ""
