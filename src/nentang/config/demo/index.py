"""The index in the demo: two provinces answer for 2020, one flatters itself; the next round is open to the visitor."""

from collections.abc import Callable
from datetime import date, datetime, timedelta

from nentang.agreements.actor import Actor
from nentang.foundation.documents.public import store_file
from nentang.foundation.organizations.public import organization_by_code, organization_for
from nentang.kernel.frozen import Frozen
from nentang.measure.index import actions
from nentang.measure.index.actions.appraise_sheet import Appraised
from nentang.measure.index.enums import APPRAISER, PUBLISHER, REPORTER
from nentang.measure.index.models import Sheet

from .bodies import BEN_TRE, NINH_BINH
from .papers import PROOF

MINISTRY_OF_INFORMATION = "G14"
FAMILY, YEAR = "dti_province", 2020
GOVERNMENT = "chinh_quyen_so"
HEAD, MEETINGS = f"{GOVERNMENT}.nhan_thuc.lanh_dao", f"{GOVERNMENT}.nhan_thuc.hop"
PLAN, LAYERS = f"{GOVERNMENT}.the_che.ke_hoach", f"{GOVERNMENT}.an_toan.bon_lop"
ONLINE = f"{GOVERNMENT}.hoat_dong.truc_tuyen"
HONEST = {HEAD: "Phó Chủ tịch", MEETINGS: "3", PLAN: "1", LAYERS: "0.62"}
FLATTERING = {HEAD: "Chủ tịch", MEETINGS: "4", PLAN: "1", LAYERS: "1", ONLINE: "0.9"}
ANSWERED, APPRAISED, PROPOSED, PUBLISHED = 16, 9, 4, 2

Officer = Callable[[str, str, int, str], Actor]


class IndexPeople(Frozen):
    """Who answers for Bến Tre and for Ninh Bình, who appraises, who publishes; the three bodies."""

    reporter: Actor
    neighbour: Actor
    appraiser: Actor
    publisher: Actor
    bodies: tuple[int, int]
    ministry: int


def index_people(officer: Officer, *, on: date) -> IndexPeople:
    """Made by the stage's cast."""
    here, there = (organization_for(code, on).id for code in (BEN_TRE, NINH_BINH))
    ministry = organization_by_code(MINISTRY_OF_INFORMATION, on).id
    return IndexPeople(
        officer("Hứa Thị Khai", REPORTER, here, "kekhai.bentre"),
        officer("Mạc Văn Khai", REPORTER, there, "kekhai.ninhbinh"),
        officer("Thái Thị Xét", APPRAISER, ministry, "thamdinh.botttt"),
        officer("Khúc Văn Bố", PUBLISHER, ministry, "congbo.botttt"),
        (here, there),
        ministry,
    )


def play_index(people: IndexPeople, *, until: datetime) -> None:
    """The round of 2020 from opening to publication, then that of 2021, open."""
    opened = until - timedelta(days=ANSWERED)
    _open(people, YEAR, (opened + timedelta(days=5)).date(), opened)
    here, there = (Sheet.objects.get(round__year=YEAR, organization=body) for body in people.bodies)
    _answer(here, FLATTERING, people.reporter, opened)
    _answer(there, HONEST, people.neighbour, opened)
    _appraise(here, there, people, until)
    found = here.round_id
    actions.propose_results(
        round_id=found,
        reason="Kết quả năm 2020, nội dung thử nghiệm: một nơi khai cao hơn số đếm được.",
        actor=people.appraiser,
        at=until - timedelta(days=PROPOSED),
    )
    actions.publish_results(
        round_id=found, actor=people.publisher, at=until - timedelta(days=PUBLISHED)
    )
    _open(people, YEAR + 1, (until + timedelta(days=30)).date(), until)


def _open(people: IndexPeople, year: int, answer_by: date, at: datetime) -> None:
    actions.open_round(
        family=FAMILY,
        year=year,
        appraised_by_id=people.ministry,
        organization_ids=people.bodies,
        answer_by=answer_by,
        actor=people.publisher,
        at=at,
    )


def _answer(sheet: Sheet, claims: dict[str, str], reporter: Actor, at: datetime) -> None:
    for code, claimed in claims.items():
        files = []
        if code != ONLINE:
            proof = store_file(content=PROOF, filename="minh-chung.png", actor=reporter, at=at)
            files.append(proof.pk)
        actions.answer_criterion(
            sheet_code=sheet.code,
            criterion_code=code,
            claimed=claimed,
            remark="",
            file_ids=files,
            actor=reporter,
            at=at,
        )
    actions.submit_sheet(sheet_code=sheet.code, actor=reporter, at=at + timedelta(hours=2))


def _appraise(here: Sheet, there: Sheet, people: IndexPeople, until: datetime) -> None:
    """The neighbour as claimed; Bến Tre is asked first, and its claim is not taken over."""
    at = until - timedelta(days=APPRAISED)
    as_claimed = {code: Appraised(claimed) for code, claimed in HONEST.items()}
    actions.appraise_sheet(sheet_code=there.code, values=as_claimed, actor=people.appraiser, at=at)
    actions.ask_about_answers(
        sheet_code=here.code,
        questions={ONLINE: "Số đếm được thấp hơn số khai gần ba mươi điểm phần trăm. Vì sao?"},
        actor=people.appraiser,
        at=at,
    )
    actions.explain_answers(
        sheet_code=here.code,
        explanations={ONLINE: "Tỉnh tính cả hồ sơ cán bộ nhập hộ tại quầy (nội dung thử nghiệm)."},
        actor=people.reporter,
        at=at + timedelta(days=1),
    )
    found = {code: Appraised(claimed) for code, claimed in FLATTERING.items() if code != ONLINE}
    found[LAYERS] = Appraised("0.7", "Tài liệu chỉ chứng minh bảy phần mười số cơ quan.")
    actions.appraise_sheet(
        sheet_code=here.code, values=found, actor=people.appraiser, at=at + timedelta(days=2)
    )
