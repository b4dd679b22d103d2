"""Write down what the office found out by itself, to stand on the result."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction

from nentang.agreements.actor import Actor
from nentang.foundation.audit.public import record
from nentang.foundation.forms.public import FormDefinition, clean, validate
from nentang.foundation.outbox.public import publish
from nentang.government.services.errors import FindingSettled, NothingToFind
from nentang.government.services.events import FindingsRecorded
from nentang.government.services.models import Dossier
from nentang.government.services.permissions import check_finds_out
from nentang.government.services.queries import bundle_of, dossier_to_change
from nentang.kernel.clock import legal_day
from nentang.kernel.errors import Invalid


def record_findings(
    *, code: str, findings: Mapping[str, Any], actor: Actor, at: datetime
) -> Dossier:
    """The dossier with what was found; what stands on a result already is not changed any more.

    NothingToFind where the result asks for nothing, Invalid, FindingSettled.
    """
    with transaction.atomic():
        dossier = dossier_to_change(code)
        check_finds_out(actor, dossier)
        found = _valid(bundle_of(dossier).found, findings, at)
        if dossier.outcome and not dossier.findings.items() <= found.items():
            raise FindingSettled
        dossier.findings = found
        dossier.save(update_fields=["findings"])
        _tell(dossier, actor, at)
    return dossier


def _valid(
    form: FormDefinition | None, findings: Mapping[str, Any], at: datetime
) -> dict[str, Any]:
    if form is None:
        raise NothingToFind
    cleaned = clean(form, findings)
    if errors := validate(form, cleaned, on=legal_day(at)):
        raise Invalid(fields=errors)
    return cleaned


def _tell(dossier: Dossier, actor: Actor, at: datetime) -> None:
    record(
        actor=actor,
        action="services.record_findings",
        subject=f"dossier:{dossier.pk}",
        organization_id=dossier.case.holder_id,
        person_id=dossier.applicant_id,
        details={"named": ", ".join(sorted(dossier.findings))},
        at=at,
    )
    event = FindingsRecorded(dossier.pk, dossier.code, dossier.procedure)
    publish(event, at=at, key=dossier.code)
