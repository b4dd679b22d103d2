"""Datasets as they are declared, roles, and the table of requests."""

from collections.abc import Mapping
from pathlib import Path

from django.utils.translation import gettext_lazy as _
from msgspec import field

from nentang.foundation.casework.public import register_kind
from nentang.foundation.identity.public import declare_role
from nentang.foundation.notifications.public import Channel, MessageTemplate, declare_template
from nentang.kernel.frozen import Frozen

from .enums import Kind

STEWARD = "data_steward"
"""Prepares and publishes open data of a body; of two, each does one of both."""
PUBLISHERS = (STEWARD, "leader")
declare_role(STEWARD, _("Phụ trách dữ liệu mở"))
REQUEST = "open_data_request"
register_kind(
    REQUEST, Path(__file__).parent / "law" / "request_case.yaml", url_name="open_data:desk_request"
)

Words = tuple[str, str]
"""Vietnamese and English."""


class Division(Frozen):
    """One column by which a dataset divides what it counts.

    `fact_field` is the field of the fact; `values` says each of its values in words.
    """

    name: str
    title: Words
    kind: Kind
    fact_field: str = ""
    values: Mapping[str, Words] = field(default_factory=dict)


class FactSource(Frozen):
    """Counts facts of a kind; `facts` stand open on the board one by one, without a person in them."""

    kind: str


class IndicatorSource(Frozen):
    """Counts what an indicator of shares counts: what is above the line, and what else is below it."""

    code: str


class StatisticSource(Frozen):
    """Counts a register on a day."""

    register: str
    name: str


class Declaration(Frozen):
    """What a dataset is: what it counts, divided by what, in words for a reader."""

    code: str
    title: Words
    text: Words
    theme: str
    divisions: tuple[Division, ...]
    source: FactSource | IndicatorSource | StatisticSource
    counted: Words
    keywords: tuple[Words, ...] = ()


class Licence(Frozen):
    """Under which terms data is given; `url` is where they are read."""

    title: Words
    url: str


LICENCES = {
    "nd47": Licence(
        (
            "Dùng lại tự do, ghi nguồn, không bán nguyên trạng",
            "Free to reuse, name the source, not sold as it is",
        ),
        "/du-lieu-mo/giay-phep/#nd47",
    ),
    "cc-by-4.0": Licence(
        ("Creative Commons Ghi công 4.0", "Creative Commons Attribution 4.0"),
        "https://creativecommons.org/licenses/by/4.0/",
    ),
}

_declared: dict[str, Declaration] = {}


def declare_dataset(declaration: Declaration) -> Declaration:
    """Make the dataset known; a body may then take it on."""
    if _declared.setdefault(declaration.code, declaration) != declaration:
        raise ValueError(f"{declaration.code} is declared twice")
    return declaration


def declared() -> dict[str, Declaration]:
    """All that was declared, by code; counts of registers are added by `queries.declarations`."""
    return dict(_declared)


def _message(code: str, title: Words, body: Words, link: str) -> MessageTemplate:
    return declare_template(
        MessageTemplate(
            code=f"open_data.{code}",
            title_vi=title[0],
            title_en=title[1],
            body_vi=body[0],
            body_en=body[1],
            channels=(Channel.IN_APP, Channel.EMAIL),
            link=link,
        )
    )


STALE = _message(
    "stale",
    ("Bộ dữ liệu mở đã quá hạn cập nhật", "An open dataset is overdue"),
    (
        "Bộ dữ liệu {code} chưa có bản mới đúng lịch. Mở trang dữ liệu của cơ quan và soạn bản mới.",
        "Dataset {code} has no new version on schedule. Open the office's data page and prepare one.",
    ),
    "/du-lieu-mo/co-quan/",
)
ANSWERED = _message(
    "answered",
    ("Yêu cầu dữ liệu đã được trả lời", "Your request for data was answered"),
    (
        "Yêu cầu {code} đã được trả lời. Câu trả lời có trên trang công khai.",
        "Request {code} was answered. The answer is on the public page.",
    ),
    "/du-lieu-mo/yeu-cau/{code}/",
)
