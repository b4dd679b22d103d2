"""Documents between two real installations: what came to Bến Tre, what is on its way, what was returned, what the day says."""

from datetime import datetime

from django.conf import settings
from django.db.models import QuerySet

from nentang.agreements.actor import SYSTEM
from nentang.config.axis import ministry
from nentang.config.axis.listener import listening
from nentang.config.axis.neighbour import Neighbour
from nentang.foundation.documents.public import store_file
from nentang.foundation.outbox.public import deliver_events
from nentang.government.document_exchange import actions
from nentang.government.document_exchange.adapters.own_key import own_credential
from nentang.government.document_exchange.public import (
    Attached,
    OutgoingDocument,
    Priority,
    Signer,
    exchange_waiting,
    join_axis,
    send_document,
)
from nentang.government.office.actions import refuse_document, register_document
from nentang.government.office.models import IncomingDocument
from nentang.kernel import clock
from nentang.kernel.clock import legal_day

from .cast import Bureau
from .papers import PROOF

AWAY, AWAY_CODE = "Bộ Nông nghiệp và Phát triển nông thôn", "G10"
NOWHERE = "http://127.0.0.1:9"
LETTERS = (
    ("4871/BTTTT-THH", "hướng dẫn Bộ chỉ số chuyển đổi số cấp tỉnh năm 2021", Priority.ORDINARY),
    ("4902/BTTTT-CATTT", "rà soát an toàn hệ thống thông tin dịp Tết Dương lịch", Priority.URGENT),
    ("4915/BTTTT-BC", "báo cáo kết quả phát triển bưu chính số năm 2020", Priority.ORDINARY),
)
RETURNED = "Gửi nhầm nơi nhận: xã không quản lý việc này, đề nghị gửi Sở (nội dung thử nghiệm)."


def join_bureaus(bureaus: tuple[Bureau, ...], *, at: datetime) -> None:
    """The bodies whose documents are played are on the axis from the beginning."""
    for each in bureaus:
        join_axis(organization_id=each.organization_id, actor=SYSTEM, at=at)


def play_axis(bureaus: tuple[Bureau, Bureau, Bureau]) -> None:
    """The morning on which the demo opens: its clock runs, and both installations work by it."""
    commune, _district, province = bureaus
    away = _connect_away()
    with listening() as ours:
        theirs = ministry.open_ministry(clock.now())
        try:
            _connect(theirs, ours)
            _write_letters(theirs)
            _send(province, "2215", "báo cáo chuyển đổi số năm 2020", ministry.MINISTRY)
            _send(province, "2216", "đề nghị hỗ trợ giống cây chịu mặn", away)
            _send(province, "2217", "đăng ký vùng nuôi tôm nước lợ", _code_of(commune))
            _settle(theirs)
            _register_first(province)
            _return_last(commune)
            _settle(theirs)
            theirs.tell("prove", clock.now())
            actions.prove_days(at=clock.now(), days=1)
            theirs.tell("move", clock.now(), code=ministry.HOME, url=settings.BASE_URL)
        finally:
            theirs.end()
    actions.move_installation(
        code=ministry.CODE, url=settings.MINISTRY_URL, actor=SYSTEM, at=clock.now()
    )


def _connect(theirs: Neighbour, ours: str) -> None:
    at = clock.now()
    begun = theirs.tell("begin", at, bodies=[[ministry.MINISTRY, ministry.MINISTRY_NAME]])
    theirs.tell(
        "connect",
        at,
        code=ministry.HOME,
        name=ministry.HOME_NAME,
        url=ours,
        certificate=own_credential().pem,
    )
    actions.connect_installation(
        code=ministry.CODE,
        name=ministry.NAME,
        url=theirs.url,
        certificate=begun["certificate"],
        actor=SYSTEM,
        at=at,
    )
    theirs.tell("fetch", at)
    actions.fetch_directories(at=at)


def _connect_away() -> str:
    """An installation that is off: its body stands in the directory, what is sent there waits."""
    at = clock.now()
    actions.connect_installation(
        code="bo-nong-nghiep",
        name=f"Hệ thống của {AWAY}",
        url=NOWHERE,
        certificate=ministry.spare_certificate(),
        actor=SYSTEM,
        at=at,
    )
    actions.list_participant(
        code=AWAY_CODE, name=AWAY, installation_code="bo-nong-nghiep", actor=SYSTEM, at=at
    )
    return AWAY_CODE


def _write_letters(theirs: Neighbour) -> None:
    for number, subject, priority in LETTERS:
        told = number.partition("/")
        theirs.tell(
            "send",
            clock.now(),
            sender=ministry.MINISTRY,
            number=told[0],
            notation=told[2],
            type_name="Công văn",
            subject=f"Về việc {subject} (thử nghiệm)",
            signer="Tô Văn Nháp",
            receivers=["H07"],
            paper=PROOF.hex(),
            priority=int(priority),
        )


def _send(bureau: Bureau, number: str, subject: str, receiver: str) -> None:
    at = clock.now()
    actor = bureau.document_clerk
    file = store_file(content=PROOF, filename="cong-van.png", actor=actor, at=at)
    document = OutgoingDocument(
        organization_id=bureau.organization_id,
        number=number,
        notation="UBND-VX",
        promulgated_on=legal_day(at),
        place="Bến Tre",
        type_name="Công văn",
        subject=f"Về việc {subject} (thử nghiệm)",
        signer=Signer("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "Trần Thị Thử"),
        receivers=(receiver,),
        attachments=(Attached(file.pk),),
    )
    send_document(document=document, idempotency_key=f"demo:{number}", actor=actor, at=at)


def _settle(theirs: Neighbour) -> None:
    """Both work until neither hands anything over any more."""
    while True:
        at = clock.now()
        while deliver_events(at=at, limit=200):
            pass
        if not exchange_waiting(at=at) + theirs.tell("exchange", at)["receipts"]:
            return


def _code_of(bureau: Bureau) -> str:
    participant = actions.join_axis(
        organization_id=bureau.organization_id, actor=SYSTEM, at=clock.now()
    )
    return participant.code


def _register_first(bureau: Bureau) -> None:
    first = _arrived(bureau).first()
    if first:
        register_document(code=first.code, actor=bureau.document_clerk, at=clock.now())


def _return_last(bureau: Bureau) -> None:
    last = _arrived(bureau).last()
    if last:
        refuse_document(
            code=last.code, reason=RETURNED, actor=bureau.document_clerk, at=clock.now()
        )


def _arrived(bureau: Bureau) -> QuerySet[IncomingDocument]:
    found = IncomingDocument.objects.filter(
        organization=bureau.organization_id, case__state="arrived", origin__startswith="axis:"
    )
    return found.order_by("pk")
