"""A round between a ministry that appraises and bodies that answer, through the real actions."""

from datetime import datetime, timedelta

from nentang.agreements.actor import Actor
from nentang.foundation.documents.public import store_file
from nentang.foundation.organizations.public import Organization
from nentang.kernel.frozen import Frozen
from nentang.measure.index import actions
from nentang.measure.index.actions.appraise_sheet import Appraised
from nentang.measure.index.models import Round, Sheet
from tests.government.services.factories import PIXEL, make_officer

FAMILY = "dti_province"
HEAD = "chinh_quyen_so.nhan_thuc.lanh_dao"
MEETINGS = "chinh_quyen_so.nhan_thuc.hop"
ONLINE = "chinh_quyen_so.hoat_dong.truc_tuyen"


class Parties(Frozen):
    """The body that answers and its reporter; the body that appraises with its people."""

    body: Organization
    reporter: Actor
    judge: Organization
    appraiser: Actor
    publisher: Actor


def make_parties(body: Organization, judge: Organization, *, at: datetime) -> Parties:
    """Officers of both."""
    return Parties(
        body,
        make_officer(body, "index_reporter", at=at),
        judge,
        make_officer(judge, "index_appraiser", at=at),
        make_officer(judge, "index_publisher", at=at),
    )


def make_round(parties: Parties, *, at: datetime, year: int = 2020, family: str = FAMILY) -> Round:
    """Open, with one sheet."""
    return actions.open_round(
        family=family,
        year=year,
        appraised_by_id=parties.judge.pk,
        organization_ids=[parties.body.pk],
        answer_by=(at + timedelta(days=20)).date(),
        actor=parties.publisher,
        at=at,
    )


def sheet_in(found: Round) -> Sheet:
    """Its one sheet, as it stands now."""
    return Sheet.objects.select_related("case", "round").get(round=found)


def answer(parties: Parties, sheet: Sheet, code: str, claimed: str, *, at: datetime, files: int = 1) -> None:  # fmt: skip
    """A claim with so many files."""
    ids = [
        store_file(content=PIXEL, filename="minh-chung.png", actor=parties.reporter, at=at).pk
        for _number in range(files)
    ]
    actions.answer_criterion(
        sheet_code=sheet.code,
        criterion_code=code,
        claimed=claimed,
        remark="",
        file_ids=ids,
        actor=parties.reporter,
        at=at,
    )


def submitted(parties: Parties, *, at: datetime, year: int = 2020) -> Sheet:
    """A sheet with two claims, submitted."""
    sheet = sheet_in(make_round(parties, at=at, year=year))
    answer(parties, sheet, HEAD, "Chủ tịch", at=at)
    answer(parties, sheet, MEETINGS, "3", at=at)
    actions.submit_sheet(sheet_code=sheet.code, actor=parties.reporter, at=at)
    return sheet_in(sheet.round)


def appraised(parties: Parties, *, at: datetime) -> Sheet:
    """A sheet taken over as claimed."""
    sheet = submitted(parties, at=at)
    values = {HEAD: Appraised("Chủ tịch"), MEETINGS: Appraised("2", "Một cuộc không có biên bản.")}
    actions.appraise_sheet(sheet_code=sheet.code, values=values, actor=parties.appraiser, at=at)
    return sheet_in(sheet.round)


def proposed(parties: Parties, *, at: datetime) -> Round:
    """A round whose results wait to be published."""
    found = appraised(parties, at=at).round
    actions.propose_results(round_id=found.pk, reason="Lần đầu", actor=parties.appraiser, at=at)
    return found
