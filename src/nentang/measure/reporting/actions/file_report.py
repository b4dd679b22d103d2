"""File a report in one go: what a program of the body sends, signed by whoever may sign for it."""

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction

from nentang.agreements.actor import Actor
from nentang.foundation.casework.public import keep, move_case
from nentang.measure.reporting.errors import KeyUsedDifferently, ReportIncomplete, UnknownCell
from nentang.measure.reporting.models import Report, ReportVersion
from nentang.measure.reporting.permissions import check_signs
from nentang.measure.reporting.queries import (
    own_key,
    regime_of,
    report_to_change,
    version_of_key,
)
from nentang.measure.reporting.rules.cells import as_text, computed, read_typed

from ._check import check_complete
from ._file import file_version, fingerprint_of
from ._filling import check_open
from ._write_down import write_down

LONGEST_REMARKS = 2000


def file_report(
    *, code: str, typed: Mapping[str, str], remarks: str, key: str, actor: Actor, at: datetime
) -> ReportVersion:
    """The version that was filed; the same one for the same key and content.

    Raises NotYourReport, NotOpenForFilling, UnknownCell, ReportIncomplete, KeyUsedDifferently.
    """
    with transaction.atomic():
        report = report_to_change(code)
        check_signs(actor, report)
        if again := version_of_key(report, key):
            return _same(again, report, typed, remarks)
        check_open(report)
        _take(report, typed, remarks, actor, at)
        values = check_complete(report)
        move_case(case=report.case, step="submit", actor=actor, at=at)
        version = file_version(report, values, key=own_key(report, key), actor=actor, at=at)
        write_down(report, "file_report", actor=actor, at=at, details={"version": version.number})
    return version


def _take(
    report: Report, typed: Mapping[str, str], remarks: str, actor: Actor, at: datetime
) -> None:
    keep(
        report,
        values=_read(report, typed),
        remarks=remarks.strip()[:LONGEST_REMARKS],
        draft_version=report.draft_version + 1,
        saved_at=at,
        submitted_by_id=actor.account_id,
    )


def _read(report: Report, typed: Mapping[str, str]) -> dict[str, str]:
    regime = regime_of(report)
    if unknown := sorted(set(typed) - {cell.id for cell in regime.cells}):
        raise UnknownCell(cell=unknown[0][:40])
    reading = read_typed(regime, typed)
    if reading.faults:
        fields = {fault.cell: [str(fault.kind)] for fault in reading.faults}
        raise ReportIncomplete(fields=fields, count=len(fields))
    return as_text(computed(regime, reading.values))


def _same(
    version: ReportVersion, report: Report, typed: Mapping[str, str], remarks: str
) -> ReportVersion:
    said = fingerprint_of(report.code, _read(report, typed), remarks.strip()[:LONGEST_REMARKS])
    if said != version.fingerprint:
        raise KeyUsedDifferently
    return version
