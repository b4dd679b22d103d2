"""The table of dossiers, what the applicant is told at each of its steps, and what other apps add to pages.

What they add stands in their `beside_dossiers.py`, which is loaded when a page first asks.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from django.db.models import Q
from django.utils.functional import lazy
from django.utils.module_loading import autodiscover_modules
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from nentang.foundation.casework.public import register_kind
from nentang.foundation.documents.public import declare_document_kind
from nentang.foundation.notifications.public import Channel, MessageTemplate, declare_template
from nentang.government.catalogue.public import result_kinds, result_title
from nentang.kernel.frozen import Frozen

from .enums import ReminderAbout, SlipForm

if TYPE_CHECKING:
    from nentang.agreements.actor import Actor

    from .models import Dossier
    from .queries import DossierInfo
    from .rules.assessment import Tally

LAW = Path(__file__).parent / "law"
register_kind("dossier", LAW / "dossier_case.yaml", url_name="services:desk_dossier")
register_kind("consultation", LAW / "consultation_case.yaml", url_name="services:consultation")

CHANNELS = (Channel.IN_APP, Channel.EMAIL, Channel.SMS)


def _message(step: str, title: tuple[str, str], body: tuple[str, str]) -> MessageTemplate:
    return declare_template(
        MessageTemplate(
            code=f"services.{step}",
            title_vi=title[0],
            title_en=title[1],
            body_vi=body[0],
            body_en=body[1],
            channels=CHANNELS,
            link="/ho-so/{code}/",
        )
    )


MESSAGES = {
    "receive": _message(
        "receive",
        ("Hồ sơ đã được tiếp nhận", "Your dossier has been received"),
        (
            "Hồ sơ {code} đã được tiếp nhận. Giấy hẹn và ngày trả kết quả có trong trang hồ sơ.",
            "Dossier {code} has been received. The receipt and the date of the result are on its page.",
        ),
    ),
    "refuse_intake": _message(
        "refuse_intake",
        ("Hồ sơ chưa được tiếp nhận", "Your dossier was not accepted"),
        (
            "Hồ sơ {code} chưa được tiếp nhận. Lý do và việc cần làm có trong trang hồ sơ.",
            "Dossier {code} was not accepted. The reason and what to do are on its page.",
        ),
    ),
    "ask_supplement": _message(
        "ask_supplement",
        ("Cần ông bà, anh chị bổ sung hồ sơ", "Please add to your dossier"),
        (
            "Hồ sơ {code} cần bổ sung. Mở trang hồ sơ để xem cần thêm gì; thời gian chờ không tính vào hạn.",
            "Dossier {code} needs something more. Open its page to see what; the clock is stopped meanwhile.",
        ),
    ),
    "await_fee": _message(
        "await_fee",
        ("Cần nộp phí để hồ sơ được giải quyết", "Please pay the fee"),
        (
            "Hồ sơ {code} đang chờ phí, lệ phí. Mở trang hồ sơ để nộp bằng mã VietQR hoặc qua ngân hàng.",
            "Dossier {code} waits for its fee. Open its page to pay by VietQR or through a bank.",
        ),
    ),
    "reappoint": _message(
        "reappoint",
        ("Cơ quan xin lỗi và hẹn lại", "We apologise and give another date"),
        (
            "Hồ sơ {code} chưa xong đúng hẹn. Lời xin lỗi, lý do và ngày hẹn mới có trong trang hồ sơ.",
            "Dossier {code} will not be ready in time. The apology, the reason and the new date are on its page.",
        ),
    ),
    "refuse": _message(
        "refuse",
        ("Hồ sơ không được giải quyết", "Your application was refused"),
        (
            "Hồ sơ {code} không được giải quyết. Lý do và cách khiếu nại có trong trang hồ sơ.",
            "Dossier {code} was refused. The reason and how to complain are on its page.",
        ),
    ),
    "post_result": _message(
        "post_result",
        ("Kết quả đã gửi bưu điện", "Your result is in the post"),
        (
            "Kết quả của hồ sơ {code} đã gửi qua bưu điện. Số bưu gửi có trong trang hồ sơ.",
            "The result of dossier {code} has been posted. The post's number is on its page.",
        ),
    ),
    "return_result": _message(
        "return_result",
        ("Kết quả đã có", "Your result is ready"),
        (
            "Kết quả của hồ sơ {code} đã được ký số. Tải về trong trang hồ sơ; ai cũng kiểm tra được bằng mã trên giấy.",
            "The result of dossier {code} has been signed. Download it from its page; anybody can check it by its code.",
        ),
    ),
}


REMINDERS = {
    ReminderAbout.SUPPLEMENT: _message(
        "remind_supplement",
        ("Hồ sơ vẫn chờ bổ sung", "Your dossier still waits for you"),
        (
            "Hồ sơ {code} vẫn chờ ông bà, anh chị bổ sung. Mở trang hồ sơ để xem cần thêm gì.",
            "Dossier {code} still waits for what the office asked. Open its page to see what.",
        ),
    ),
    ReminderAbout.FEE: _message(
        "remind_fee",
        ("Hồ sơ vẫn chờ phí, lệ phí", "Your dossier still waits for its fee"),
        (
            "Hồ sơ {code} chưa được giải quyết vì chưa nộp phí, lệ phí. Mở trang hồ sơ để nộp.",
            "Dossier {code} is not being handled because its fee has not been paid. Open its page to pay.",
        ),
    ),
    ReminderAbout.RESULT: _message(
        "remind_result",
        ("Kết quả đang chờ ở quầy", "Your result waits at the counter"),
        (
            "Kết quả của hồ sơ {code} đang chờ ở quầy. Đến nhận, hoặc đổi cách nhận trong trang hồ sơ.",
            "The result of dossier {code} waits at the counter. Fetch it, or change how you get it on its page.",
        ),
    ),
}
NOT_RECEIVED = declare_template(
    MessageTemplate(
        code="services.not_received",
        title_vi="Hồ sơ {code} chưa ai tiếp nhận",
        title_en="Nobody has received dossier {code}",
        body_vi="Hồ sơ {code} nộp qua mạng đã quá giờ tiếp nhận. Giao người tiếp nhận ngay.",
        body_en="Dossier {code}, submitted online, should have been received by now. Give it to somebody.",
        channels=(Channel.EMAIL, Channel.PUSH),
        link="/viec/{code}/",
    )
)


def _result_words(kind: str) -> str:
    return result_title(kind).in_language(get_language() or "vi")


_title_of_result = lazy(_result_words, str)
for _form in SlipForm:
    declare_document_kind(_form.name.lower(), _form.label)
declare_document_kind("register", _("Sổ theo dõi hồ sơ"))
for _kind in result_kinds():
    declare_document_kind(_kind, _title_of_result(_kind))


class DossierPage(StrEnum):
    """The pages of a dossier that other apps may add to."""

    APPLICANT = "applicant"
    DESK = "desk"


class DossierPart(Frozen):
    """What another app shows on a page of a dossier.

    `context` gives what its template needs, for this reader at this instant; {} hides it.
    """

    page: DossierPage
    template: str
    context: Callable[[DossierInfo, Actor, datetime], dict[str, Any]]


class ShownPart(Frozen):
    """A part with what it shows to this reader."""

    template: str
    context: dict[str, Any]


class Offer(Frozen):
    """Another way to a procedure: what it is called, what it spares, and its address."""

    procedures: tuple[str, ...]
    title: str
    text: str
    url: str


class Entry(Frozen):
    """What stands for several dossiers in the applicant's list. `tone` is ok, wait, late or info."""

    title: str
    url: str
    words: str
    tone: str


class Grouping(Frozen):
    """Shows several dossiers of the applicant's list as one.

    `hidden` are those that another entry stands for, `entries` what is shown in the place of a dossier,
    by its number; `drafts` is how keys of such drafts begin, `draft_url` the route that goes on with one.
    """

    hidden: Callable[[], Q]
    entries: Callable[[Sequence[Dossier]], Mapping[int, Entry]]
    drafts: str
    draft_url: str


_parts: list[DossierPart] = []
_groupings: list[Grouping] = []
_offers: list[Callable[[date], Sequence[Offer]]] = []


@cache
def _gather() -> None:
    autodiscover_modules("beside_dossiers")


def add_dossier_part(part: DossierPart) -> None:
    """Let the page of a dossier show the part."""
    _parts.append(part)


def dossier_parts(
    page: DossierPage, dossier: DossierInfo, actor: Actor, *, at: datetime
) -> list[ShownPart]:
    """The parts of the page that have something to show, in the order of the apps."""
    _gather()
    parts = (part for part in _parts if part.page is page)
    shown = (ShownPart(part.template, part.context(dossier, actor, at)) for part in parts)
    return [part for part in shown if part.context]


def group_dossiers(grouping: Grouping) -> None:
    """Let lists of dossiers be grouped so."""
    _groupings.append(grouping)


def groupings() -> Sequence[Grouping]:
    """How lists of dossiers are grouped."""
    _gather()
    return _groupings


def add_offers(source: Callable[[date], Sequence[Offer]]) -> None:
    """Let `source(day)` say what is offered beside the procedures of that day."""
    _offers.append(source)


def offers_on(day: date, procedures: Sequence[str]) -> list[Offer]:
    """What is offered on that day to whoever looks at one of those procedures."""
    _gather()
    looked_at = set(procedures)
    offered = (offer for source in _offers for offer in source(day))
    return [offer for offer in offered if looked_at.intersection(offer.procedures)]


class Span(Frozen):
    """The time over which bodies are assessed, as it is known `at`."""

    since: datetime
    until: datetime
    at: datetime


class EvidenceRow(Frozen):
    """One thing behind a point: a dossier, a procedure, a complaint. `points` of at most `most`.

    `url` is for officers of the body, unless `is_public`; others read the code alone.
    """

    code: str
    title: str
    url: str
    happened_at: datetime | None
    points: float
    most: int = 1
    is_public: bool = False


class Evidence(Frozen):
    """From what bodies are assessed.

    `tallies(levels, span)` adds up, by name and body, for the bodies of `levels` (their level by identifier);
    `rows(name, body, level, span, after=, limit=)` are the things behind one name, the fewest points first.
    """

    names: tuple[str, ...]
    tallies: Callable[[Mapping[int, str], Span], Mapping[str, Mapping[int, Tally]]]
    rows: Callable[..., list[EvidenceRow]]


_evidence: list[Evidence] = []


def add_evidence(evidence: Evidence) -> None:
    """Let bodies be assessed by it too; what it counts stands in `law/assessment.yaml`."""
    _evidence.append(evidence)


def evidence_of_others() -> Sequence[Evidence]:
    """What other apps know of how bodies do."""
    _gather()
    return _evidence
