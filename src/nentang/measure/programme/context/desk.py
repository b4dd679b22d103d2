"""The officers' form of a target: fields with labels, hints, what was typed, what is wrong."""

from collections.abc import Mapping

from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from nentang.foundation.facts.public import indicators
from nentang.foundation.portal.public import TypedField
from nentang.measure.programme.enums import Course, Direction, FaultKind, Measure
from nentang.measure.programme.queries import selectable_indicators
from nentang.measure.programme.rules.terms import FIELDS, LONGEST, LONGEST_FIELD, NEEDED, YEARS

from .words import spoken

ORDER = (
    *("name", "act", "indicator", "definition", "unit", "better"),
    *("baseline", "baseline_on", "baseline_source", "ceiling", "course"),
)
OFFICES = ("office", "backup")
LABELS: dict[str, tuple[object, object, str]] = {
    "name": (_("Tên mục tiêu"), "", "text"),
    "act": (_("Theo kế hoạch nào"), _("Số, ngày của văn bản phê duyệt."), "text"),
    "indicator": (
        _("Hệ thống tự tính bằng chỉ số"),
        _("Chọn thì không ai phải ghi số; để trống nếu số do cơ quan báo cáo."),
        "choice",
    ),
    "definition": (
        _("Cách tính"),
        _("Đếm gì, chia cho gì, không kể những gì. Bắt buộc khi không chọn chỉ số."),
        "long",
    ),
    "unit": (_("Đơn vị tính"), "", "choice"),
    "better": (_("Chiều tốt hơn"), "", "choice"),
    "baseline": (_("Giá trị gốc"), _("Xuất phát từ đâu, ví dụ 12,5."), "number"),
    "baseline_on": (_("Giá trị gốc là của ngày"), "", "day"),
    "baseline_source": (_("Nguồn của giá trị gốc"), "", "text"),
    "ceiling": (_("Mức trần"), _("Cao nhất có thể, ví dụ số xã của tỉnh."), "number"),
    "course": (_("Đi giữa các mốc"), "", "choice"),
    "office": (_("Chức danh chịu trách nhiệm"), _("Ghi chức danh, không ghi tên người."), "text"),
    "backup": (_("Chức danh làm thay"), _("Khi người kia vắng."), "text"),
}


def typed_of(sent: QueryDict) -> dict[str, str]:
    """What a form sent of the fields of a target, as it was typed."""
    return {name: sent.get(name, "")[:LONGEST_FIELD] for name in FIELDS}


def desk_fields(
    typed: Mapping[str, str], faults: Mapping[str, list[str]]
) -> dict[str, list[TypedField]]:
    """The fields in three groups: the target, its goals by year, who answers for it."""
    errors = {name: str(FaultKind(kinds[0]).label) for name, kinds in faults.items()}
    goals = [
        TypedField(
            f"goal_{year}",
            str(year),
            "number",
            typed.get(f"goal_{year}", ""),
            error=errors.get(f"goal_{year}", ""),
            longest=40,
            is_required=False,
        )
        for year in YEARS
    ]
    return {
        "fields": [_field(name, typed, errors) for name in ORDER],
        "goals": goals,
        "offices": [_field(name, typed, errors) for name in OFFICES],
    }


def _field(name: str, typed: Mapping[str, str], errors: Mapping[str, str]) -> TypedField:
    label, hint, kind = LABELS[name]
    return TypedField(
        name,
        str(label),
        kind,
        typed.get(name, ""),
        str(hint),
        errors.get(name, ""),
        options=_options(name),
        longest=LONGEST.get(name, 40),
        is_required=name in NEEDED,
    )


def _options(name: str) -> tuple[tuple[str, str], ...]:
    lists = {"unit": Measure, "better": Direction, "course": Course}
    if name in lists:
        return tuple((value, str(words)) for value, words in lists[name].choices)
    if name != "indicator":
        return ()
    offered = selectable_indicators()
    titles = [
        (each.code, each.title_en if spoken() == "en" else each.title_vi)
        for each in indicators()
        if each.code in offered
    ]
    return tuple(sorted(titles, key=lambda pair: pair[1]))
