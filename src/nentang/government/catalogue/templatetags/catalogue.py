"""Parts of a bundle, its differences and its faults in the reader's words."""

from collections.abc import Mapping
from typing import Any

from django import template
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

from nentang.government.catalogue.rules.faults import Fault
from nentang.government.catalogue.rules.sheets import sheets_of
from nentang.government.catalogue.rules.words import words_of

register = template.Library()
FAULTS = {
    "needed": _("Chưa ghi."),
    "number": _("Ghi một số nguyên, ví dụ 5000."),
    "day": _("Ghi một ngày, ví dụ 1/7/2025."),
    "name": _("Dùng chữ thường không dấu, số và dấu gạch dưới, bắt đầu bằng chữ."),
    "choice": _("Chọn một trong các giá trị có sẵn."),
    "condition": _("Ghi như: relation = mother."),
    "choices": _("Mỗi dòng một lựa chọn: mã | tiếng Việt | tiếng Anh."),
    "limits": _("Mỗi dòng một giới hạn: max_length = 80."),
    "compare": _(
        "Mỗi dòng một phép so: at_least = tên câu hỏi trước; more_than, less_than, at_most, same_as, other_than."
    ),
    "too_long": _("Dài quá 4.000 chữ."),
}


def box_fault(code: str) -> str:
    """The sentence below a box."""
    return str(FAULTS.get(code, code))


@register.filter
def way(path: tuple[str, ...]) -> str:
    """Where a difference stands, from the outside in."""
    shown = [key for key in path if key not in ("value",)]
    return " › ".join(_word(key) for key in shown)


@register.filter
def told(value: Any) -> str:
    """A text of a bundle as people read it."""
    if isinstance(value, bool):
        return gettext("có") if value else gettext("không")
    if isinstance(value, Mapping):
        if value.keys() == {"vi", "en"}:
            return str(value[_language()])
        return "; ".join(f"{_word(key)}: {told(each)}" for key, each in value.items())
    if isinstance(value, list):
        return ", ".join(told(each) for each in value)
    return "" if value is None else str(value)


@register.filter
def fault_words(fault: Fault) -> str:
    """`Tờ khai › child_name: thiếu tiếng Anh`."""
    place = " › ".join(filter(None, (_word(fault.part), fault.place)))
    return f"{place}: {fault.words.in_language(_language())}"


@register.simple_tag
def sheet_title(source: Mapping[str, Any], name: str) -> str:
    """What the sheet of that name is called; the whole file has no sheet."""
    found = (each.title for each in sheets_of(source) if each.name == name)
    title = next(found, None)
    return title.in_language(_language()) if title else gettext("Cả tệp")


def _word(key: str) -> str:
    return words_of(str(key)).in_language(_language())


def _language() -> str:
    return "en" if (get_language() or "vi").startswith("en") else "vi"
