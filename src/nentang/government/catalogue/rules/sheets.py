"""The sheets of a bundle: which values stand together on a page."""

from collections.abc import Mapping
from typing import Any

from nentang.foundation.forms.public import FieldKind
from nentang.kernel.frozen import Frozen

from .entries import Entry, EntryKind, Option, entry
from .fees import PER
from .procedure import EMPTY, Bilingual

LEVELS = {
    "commune": Bilingual("xã", "commune"),
    "district": Bilingual("huyện", "district"),
    "province": Bilingual("tỉnh", "province"),
    "ministry": Bilingual("bộ", "ministry"),
}
MODES = {
    "full": Bilingual("toàn trình", "whole process"),
    "partial": Bilingual("một phần", "part of it"),
}
PAID_PER = dict(
    zip(
        PER,
        (
            Bilingual("hồ sơ", "dossier"),
            Bilingual("bản", "copy"),
            Bilingual("trang", "page"),
        ),
        strict=True,
    )
)
K = EntryKind
Values = Mapping[str, Any]


class Sheet(Frozen):
    """Values below `root`, and below them a list of rows; either may be missing."""

    name: str
    title: Bilingual
    root: str
    entries: tuple[Entry, ...] = ()
    rows: str = ""
    row_entries: tuple[Entry, ...] = ()
    hint: Bilingual = EMPTY


def _options(known: Mapping[str, Bilingual]) -> tuple[Option, ...]:
    return tuple(Option(value, label) for value, label in known.items())


def _level(path: str) -> Entry:
    return entry(path, K.CHOICE, options=_options(LEVELS), needed=True)


_SOURCE = (
    entry("act", K.LINE, needed=True),
    entry("article", K.LINE),
    entry("source", K.TEXT, needed=True),
    entry("verified", K.FLAG),
)
_FORM_HINT = Bilingual(
    "Điều kiện viết như: relation = mother · relation trong mother, father · has_car = có · phone đã trả lời",
    "A condition is written: relation = mother · relation in mother, father · has_car = có · phone filled",
)
FIXED = (
    Sheet(
        "chung",
        Bilingual("Thông tin chung", "In general"),
        "",
        (
            entry("valid_from", K.DAY, needed=True),
            entry("procedure.value.name", K.PAIR, needed=True),
            entry("procedure.value.summary", K.PAIR),
            _level("procedure.value.receives"),
            _level("procedure.value.decides"),
            entry("procedure.value.deadline.same_day", K.FLAG),
            entry("procedure.value.deadline.working_days", K.NUMBER),
            entry("procedure.value.act_within_days", K.NUMBER),
            entry("procedure.value.assurance", K.NUMBER),
            entry("procedure.value.service_level", K.NUMBER),
            entry("procedure.value.service_mode", K.CHOICE, options=_options(MODES)),
            entry("procedure.value.keywords", K.TEXT, needed=True),
        ),
    ),
    Sheet(
        "giay-to",
        Bilingual("Giấy tờ phải nộp", "Papers"),
        "procedure.value",
        rows="papers",
        row_entries=(
            entry("code", K.NAME, needed=True),
            entry("name", K.PAIR, needed=True),
            entry("note", K.PAIR),
            entry("when", K.PAIR),
            entry("required", K.FLAG),
        ),
        hint=Bilingual(
            "Mã là tên câu hỏi nhận tệp trong tờ khai.",
            "The code is the name of the question of the form that takes the file.",
        ),
    ),
    Sheet(
        "cac-buoc",
        Bilingual("Các bước kể cho người dân", "Steps as people are told"),
        "procedure.value",
        rows="steps",
        row_entries=(entry("", K.PAIR, needed=True, label=Bilingual("Bước", "Step")),),
    ),
    Sheet(
        "duong-di",
        Bilingual("Các nơi hồ sơ đi qua", "Where the dossier goes"),
        "procedure.value",
        rows="route",
        row_entries=(
            entry("task", K.NAME, needed=True),
            _level("level"),
            entry("does", K.PAIR, needed=True),
        ),
    ),
    Sheet(
        "phi",
        Bilingual("Phí, lệ phí", "Fees"),
        "fees",
        _SOURCE,
        "value.lines",
        (
            entry("name", K.PAIR, needed=True),
            entry("amount", K.NUMBER, needed=True),
            entry("item", K.LINE, needed=True),
            entry("per", K.CHOICE, options=_options(PAID_PER), needed=True),
            entry("online_amount", K.NUMBER),
            entry("from_page", K.NUMBER),
            entry("then", K.NUMBER),
            entry("at_most", K.NUMBER),
        ),
    ),
    Sheet(
        "mien-giam",
        Bilingual("Đối tượng được miễn", "Who is exempt"),
        "fees.value",
        rows="exemptions",
        row_entries=(entry("code", K.NAME, needed=True), entry("name", K.PAIR, needed=True)),
    ),
    Sheet(
        "to-khai",
        Bilingual("Tờ khai: các phần", "Form: its parts"),
        "form",
        (entry("title", K.PAIR, needed=True),),
        "steps",
        (
            entry("name", K.NAME, needed=True),
            entry("title", K.PAIR, needed=True),
            entry("intro", K.PAIR),
            entry("when", K.CONDITION),
        ),
        hint=_FORM_HINT,
    ),
    Sheet(
        "ket-qua",
        Bilingual("Giấy kết quả", "The result"),
        "result",
        (
            entry("title", K.PAIR, needed=True),
            entry("signer", K.LINE),
            entry("closing", K.LINES),
        ),
        "rows",
        (
            entry("label", K.LINE, needed=True),
            entry("answer", K.NAMES),
            entry("unit", K.LINE),
            entry("says", K.LINE),
        ),
    ),
    Sheet(
        "can-cu",
        Bilingual("Căn cứ pháp lý", "Legal basis"),
        "procedure",
        (*_SOURCE, entry("value.legal_basis", K.LINES)),
    ),
)
_QUESTION = (
    entry("name", K.NAME, needed=True),
    entry(
        "kind",
        K.CHOICE,
        options=tuple(Option(kind, Bilingual(kind, kind)) for kind in FieldKind),
        needed=True,
    ),
    entry("label", K.PAIR, needed=True),
    entry("hint", K.PAIR),
    entry("required", K.FLAG),
    entry("choices", K.CHOICES),
    entry("limits", K.LIMITS),
    entry("compare", K.COMPARE),
    entry("when", K.CONDITION),
    entry("prefill", K.LINE),
    entry("prefill_when", K.CONDITION),
    entry("purpose", K.TEXT),
)
QUESTIONS = "cau-hoi-"


def sheets_of(source: Values) -> list[Sheet]:
    """The sheets of a bundle, one for the questions of each step of its form."""
    found = list(FIXED)
    after = next(number for number, each in enumerate(found, 1) if each.name == "to-khai")
    found[after:after] = [
        Sheet(
            f"{QUESTIONS}{step['name']}",
            Bilingual(f"Câu hỏi: {step['title']['vi']}", f"Questions: {step['title']['en']}"),
            f"form.steps.{number}",
            rows="fields",
            row_entries=_QUESTION,
            hint=_FORM_HINT,
        )
        for number, step in enumerate(source["form"]["steps"])
    ]
    return found
