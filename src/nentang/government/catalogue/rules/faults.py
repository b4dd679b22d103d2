"""What must be mended in a draft before anybody can publish it."""

from collections.abc import Collection, Iterator, Mapping
from typing import Any

from nentang.foundation.forms.public import FaultOfForm, FieldKind, lint_form
from nentang.foundation.organizations.public import OrganizationTask
from nentang.kernel.frozen import Frozen

from .bundle import Bundle, BundleUnreadable, parse_bundle
from .procedure import Bilingual
from .results import result_kinds
from .sheets import LEVELS

_FORM = {
    FaultOfForm.USED_TWICE: Bilingual("tên dùng hai lần", "the name is used twice"),
    FaultOfForm.NOT_ASKED_BEFORE: Bilingual(
        "dựa vào câu “{other}” chưa hỏi trước đó",
        "it rests on {other}, which is not asked before",
    ),
    FaultOfForm.NEVER_HOLDS: Bilingual(
        "điều kiện không bao giờ đúng: “{other}” không thể là {values}",
        "the condition never holds: {other} can never be {values}",
    ),
    FaultOfForm.NOT_COMPARABLE: Bilingual(
        "không so được với câu “{other}”: chỉ so hai ngày, hai số hoặc hai số tiền",
        "it cannot be compared with {other}: only two days, two numbers or two amounts can",
    ),
    FaultOfForm.NO_ENGLISH: Bilingual("thiếu tiếng Anh", "there is no English"),
    FaultOfForm.NO_PURPOSE: Bilingual("chưa nói hỏi để làm gì", "say what it is asked for"),
    FaultOfForm.NO_SOURCE: Bilingual(
        "Nhà nước đã có điều này; ghi nguồn để điền sẵn",
        "the state holds this; name the source to fill it in from",
    ),
}
_UNREADABLE = Bilingual("chưa đọc được", "cannot be read")
_PAPER_NOT_TAKEN = Bilingual(
    "tờ khai không có câu nhận tệp này", "no question of the form takes this file"
)
_UNKNOWN = Bilingual("giá trị này hệ thống không dùng được", "the system knows no such value")
_NO_DEADLINE = Bilingual("chưa có thời hạn giải quyết", "there is no deadline")


class Fault(Frozen):
    """One fault: in which part, where there, what is wrong, and the reader's own words for it."""

    part: str
    place: str
    words: Bilingual
    detail: str = ""


def faults_of(source: Mapping[str, Any]) -> list[Fault]:
    """All that must be mended; an empty list can be proposed and published."""
    try:
        bundle = parse_bundle(source)
    except BundleUnreadable as error:
        return [Fault(error.part, "", _UNREADABLE, error.text)]
    return [*_of_form(bundle), *_of_papers(bundle), *_of_deadline(bundle), *_of_values(bundle)]


def _of_form(bundle: Bundle) -> Iterator[Fault]:
    for each in lint_form(bundle.form):
        words = _FORM[each.kind]
        facts = {"other": each.other, "values": each.values}
        told = Bilingual(words.vi.format(**facts), words.en.format(**facts))
        yield Fault("form", each.place, told)


def _of_papers(bundle: Bundle) -> Iterator[Fault]:
    taken = {each.name for each in bundle.form.fields if each.kind is FieldKind.FILE}
    for paper in bundle.procedure.papers if bundle.procedure.is_whole else ():
        if paper.code not in taken:
            yield Fault("papers", paper.code, _PAPER_NOT_TAKEN)


def _of_deadline(bundle: Bundle) -> Iterator[Fault]:
    if bundle.procedure.is_whole and not bundle.procedure.deadline.is_known:
        yield Fault("deadline", "", _NO_DEADLINE)


def _of_values(bundle: Bundle) -> Iterator[Fault]:
    """Values that would only fail once somebody applies, hands on or decides."""
    procedure = bundle.procedure
    tasks, levels = {"committee", *OrganizationTask.values}, [*LEVELS]
    asked: list[tuple[str, object, Collection[object]]] = [
        ("receives", procedure.receives, levels),
        ("decides", procedure.decides, levels),
        ("assurance", procedure.assurance, [1, 2]),
        ("result", procedure.result_kind, result_kinds()),
        *(("route", stop.task, tasks) for stop in procedure.route),
        *(("route", stop.level, levels) for stop in procedure.route),
    ]
    yield from (
        Fault(part, str(value), _UNKNOWN) for part, value, known in asked if value not in known
    )
