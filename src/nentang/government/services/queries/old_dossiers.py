"""What old dossiers are held against: bodies and procedures as they were on their days."""

from collections import defaultdict
from collections.abc import Collection
from datetime import date, datetime

from msgspec import Struct, field

from nentang.foundation.organizations.public import (
    OrganizationInfo,
    OrganizationNotFound,
    current_organization,
    organization_by_code,
)
from nentang.government.catalogue.public import Bundle, ProcedureNotFound, bundle_on
from nentang.government.services.models import Dossier


class Past(Struct):
    """Bodies and bundles by day, each asked for once: a file names few of them, a million times."""

    today: date
    _bodies: dict[str, list[OrganizationInfo]] = field(default_factory=lambda: defaultdict(list))
    _holders: dict[int, int] = field(default_factory=dict)
    _bundles: dict[str, list[Bundle]] = field(default_factory=lambda: defaultdict(list))
    _nothing: set[tuple[str, date]] = field(default_factory=set)

    def body(self, code: str, on: date) -> OrganizationInfo | None:
        """The body of that code (Decision 20/2020) on that day, if there was one."""
        for info in self._bodies[code]:
            if info.valid_from <= on and (info.valid_to is None or on < info.valid_to):
                return info
        if (code, on) in self._nothing:
            return None
        try:
            found = organization_by_code(code, on)
        except OrganizationNotFound:
            self._nothing.add((code, on))
            return None
        self._bodies[code].append(found)
        return found

    def holder(self, body: OrganizationInfo) -> int:
        """Who has the body's tasks today."""
        if body.valid_to is None:
            return body.id
        if body.id not in self._holders:
            self._holders[body.id] = current_organization(body.id, self.today).id
        return self._holders[body.id]

    def bundle(self, procedure: str, on: date) -> Bundle | None:
        """What held for the procedure on that day, if anything did."""
        for bundle in self._bundles[procedure]:
            if on in bundle.rule.period:
                return bundle
        if (procedure, on) in self._nothing:
            return None
        try:
            found = bundle_on(procedure, on)
        except ProcedureNotFound:
            self._nothing.add((procedure, on))
            return None
        self._bundles[procedure].append(found)
        return found


def dossiers_known(codes: Collection[str]) -> dict[str, tuple[str, datetime]]:
    """Procedure and time of submission of those dossiers that there are, by code; one query."""
    rows = Dossier.objects.filter(code__in=codes).values_list("code", "procedure", "submitted_at")
    return {code: (procedure, at) for code, procedure, at in rows}
