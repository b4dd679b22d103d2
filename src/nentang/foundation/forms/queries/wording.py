"""Sentences that say what to do about an answer, in the reader's language."""

from collections.abc import Callable
from datetime import date
from typing import Any

from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from nentang.foundation.forms.enums import Compare, FaultCode, FieldKind
from nentang.foundation.forms.rules.definition import Condition, Field, Words
from nentang.foundation.forms.rules.texts import is_day
from nentang.foundation.forms.rules.validation import Fault
from nentang.kernel.money import format_dong

_CHOSEN = {FieldKind.CHOICE, FieldKind.RADIO, FieldKind.MULTI_CHOICE}


def said(text: Words) -> str:
    """The text in the reader's language."""
    return text.in_language(get_language() or "vi")


def sentence(fault: Fault) -> str:
    """What to do, beside the question and in the summary."""
    return _SENTENCES[fault.code](fault.field, fault.facts)


def condition_words(condition: Condition, asked: Field | None) -> str:
    """When a question is to be answered, for those who see it all the time."""
    if asked is None:
        return ""
    label = said(asked.label)
    if condition.test == "filled":
        text = _("Chỉ trả lời khi có trả lời “%(label)s”.")
        without = _("Chỉ trả lời khi không trả lời “%(label)s”.")
        return (text if condition.values[0] else without) % {"label": label}
    text = (
        _("Chỉ trả lời khi “%(label)s” không phải là %(answers)s.")
        if condition.test == "not"
        else _("Chỉ trả lời khi “%(label)s” là %(answers)s.")
    )
    answers = [_answer_words(asked, value) for value in condition.values]
    return text % {"label": label, "answers": ", ".join(answers)}


def _answer_words(asked: Field, value: Any) -> str:
    if isinstance(value, bool):
        return _("Có") if value else _("Không")
    found = next((said(choice.label) for choice in asked.choices if choice.value == value), value)
    return f"“{found}”"


def other_words(value: Any) -> str:
    """What another window typed, in one line."""
    text = ", ".join(_scalars(value))
    return _("Ở cửa sổ khác vừa ghi “%(text)s”. Giữ bản đúng rồi bấm Tiếp tục.") % {"text": text}


def _scalars(value: Any) -> list[str]:
    if isinstance(value, dict):
        return [text for each in value.values() for text in _scalars(each)]
    if isinstance(value, list):
        return [text for each in value for text in _scalars(each)]
    if isinstance(value, bool):
        return [_("Có") if value else _("Không")]
    return [day_words(str(value))]


def thing(field: Field) -> str:
    """The label inside a sentence: `Ngày sinh` as `ngày sinh`, a question in quotation marks."""
    label = said(field.label)
    if label.endswith("?"):
        return f"“{label}”"
    return label if label[1:2].isupper() else label[:1].lower() + label[1:]


def day_words(day: str | date) -> str:
    """`7/12/2020`, a year alone as it is."""
    text = day.isoformat() if isinstance(day, date) else day
    if not is_day(text):
        return text
    year, month, day_ = text.split("-")
    return f"{int(day_)}/{int(month)}/{year}"


def _required(field: Field, facts: dict[str, object]) -> str:
    what = thing(field)
    if what.startswith("“"):
        return _("Trả lời câu hỏi %(what)s") % {"what": what}
    if field.kind in _CHOSEN or field.kind is FieldKind.YES_NO:
        return _("Chọn câu trả lời cho “%(what)s”.") % {"what": said(field.label)}
    sentences = {
        FieldKind.DATE: _("Nhập %(what)s, ví dụ 7/12/2020."),
        FieldKind.PARTIAL_DATE: _("Nhập %(what)s, ví dụ 7/12/2020; chỉ nhớ năm thì nhập 1958."),
        FieldKind.FILE: _("Gửi kèm %(what)s: ảnh chụp hoặc tệp PDF."),
        FieldKind.UNIT: _("Tìm rồi chọn %(what)s trong danh sách."),
    }
    return sentences.get(field.kind, _("Nhập %(what)s.")) % {"what": what}


def _unreadable(field: Field, facts: dict[str, object]) -> str:
    sentences = {
        FieldKind.NUMBER: _("Nhập %(what)s bằng chữ số, ví dụ 12."),
        FieldKind.MONEY: _("Nhập %(what)s bằng chữ số, ví dụ 150.000."),
        FieldKind.DATE: _("Nhập %(what)s theo ngày, tháng, năm, ví dụ 7/12/2020."),
        FieldKind.PARTIAL_DATE: _("Nhập %(what)s như 7/12/2020, hoặc chỉ năm như 1958."),
        FieldKind.FILE: _("Gửi lại %(what)s: ảnh chụp hoặc tệp PDF."),
    }
    return sentences.get(field.kind, _("Nhập lại %(what)s.")) % {"what": thing(field)}


def _pattern(field: Field, facts: dict[str, object]) -> str:
    sentences = {
        FieldKind.PERSON_NAME: _("Viết %(what)s bằng chữ như trên giấy tờ, ví dụ Lê Thị Mẫu."),
        FieldKind.PERSONAL_NUMBER: _("Nhập %(what)s gồm đúng 12 chữ số in trên thẻ."),
        FieldKind.TAX_CODE: _("Nhập %(what)s gồm 10 chữ số, đơn vị phụ thuộc thì 13 chữ số."),
        FieldKind.PHONE: _("Nhập %(what)s như 0912 345 678."),
        FieldKind.EMAIL: _("Nhập %(what)s như ten@vidu.vn."),
    }
    by_hint = _("Viết %(what)s theo mẫu: %(hint)s.")
    hint = said(field.hint).rstrip(".")
    return sentences.get(field.kind, by_hint) % {"what": thing(field), "hint": hint}


def _not_offered(field: Field, facts: dict[str, object]) -> str:
    if field.kind is FieldKind.YES_NO:
        return _("Chọn Có hoặc Không.")
    if field.kind is FieldKind.UNIT:
        return _("Tìm rồi chọn %(what)s trong danh sách.") % {"what": thing(field)}
    return _("Chọn câu trả lời cho “%(what)s” trong những mục đã cho.") % {
        "what": said(field.label)
    }


def _too_few(field: Field, facts: dict[str, object]) -> str:
    least = int(str(facts["least"]))
    if field.kind is FieldKind.MULTI_CHOICE:
        text = ngettext("Chọn ít nhất %(least)s mục.", "Chọn ít nhất %(least)s mục.", least)
    elif field.kind is FieldKind.FILE:
        text = ngettext("Gửi kèm ít nhất %(least)s tệp.", "Gửi kèm ít nhất %(least)s tệp.", least)
    else:
        text = ngettext(
            "Thêm ít nhất %(least)s phần “%(what)s”.",
            "Thêm ít nhất %(least)s phần “%(what)s”.",
            least,
        )
    return text % {"least": least, "what": said(field.label)}


def _amount(field: Field, value: object) -> str:
    exact = float(str(value))
    if field.kind is FieldKind.MONEY:
        return format_dong(int(exact))
    return f"{exact:n}" if exact != int(exact) else f"{int(exact):,}".replace(",", ".")


def _with(text: Callable[[], str], **shown: Callable[[Field, object], str]) -> Callable[..., str]:
    """A sentence with the label and the facts, each told as it is told to people."""

    def tell(field: Field, facts: dict[str, object]) -> str:
        told = {key: shown.get(key, _as_is)(field, value) for key, value in facts.items()}
        return text() % {"what": thing(field), **told}

    return tell


def _as_is(field: Field, value: object) -> str:
    return str(value)


def _day(field: Field, value: object) -> str:
    return day_words(str(value))


def _compared(field: Field, facts: dict[str, object]) -> str:
    """By what was answered before; days and numbers have words of their own."""
    is_day_asked = field.kind is FieldKind.DATE
    days = {
        Compare.MORE_THAN: _("Nhập %(what)s sau ngày %(other)s đã khai ở trên."),
        Compare.AT_LEAST: _("Nhập %(what)s không trước ngày %(other)s đã khai ở trên."),
        Compare.LESS_THAN: _("Nhập %(what)s trước ngày %(other)s đã khai ở trên."),
        Compare.AT_MOST: _("Nhập %(what)s không sau ngày %(other)s đã khai ở trên."),
    }
    sizes = {
        Compare.MORE_THAN: _("Nhập %(what)s lớn hơn %(other)s đã khai ở trên."),
        Compare.AT_LEAST: _("Nhập %(what)s không nhỏ hơn %(other)s đã khai ở trên."),
        Compare.LESS_THAN: _("Nhập %(what)s nhỏ hơn %(other)s đã khai ở trên."),
        Compare.AT_MOST: _("Nhập %(what)s không lớn hơn %(other)s đã khai ở trên."),
    }
    either = {
        Compare.SAME_AS: _("Nhập %(what)s đúng bằng %(other)s đã khai ở trên."),
        Compare.OTHER_THAN: _("Nhập %(what)s khác %(other)s đã khai ở trên."),
    }
    told = {**(days if is_day_asked else sizes), **either}[Compare(str(facts["test"]))]
    other = _day(field, facts["other"]) if is_day_asked else _amount(field, facts["other"])
    return told % {"what": thing(field), "other": other}


_SENTENCES: dict[FaultCode, Callable[[Field, dict[str, object]], str]] = {
    FaultCode.MISSING: _required,
    FaultCode.UNREADABLE: _unreadable,
    FaultCode.PATTERN: _pattern,
    FaultCode.NO_SUCH_NUMBER: _with(
        lambda: _("Xem lại từng chữ số của %(what)s: không có số nào như vậy.")
    ),
    FaultCode.NOT_OFFERED: _not_offered,
    FaultCode.TOO_FEW: _too_few,
    FaultCode.TOO_MANY: _with(lambda: _("Bớt %(what)s: nhiều nhất %(most)s.")),
    FaultCode.TOO_SHORT: _with(lambda: _("Viết %(what)s rõ hơn, ít nhất %(least)s ký tự.")),
    FaultCode.TOO_LONG: _with(lambda: _("Viết %(what)s ngắn lại, nhiều nhất %(most)s ký tự.")),
    FaultCode.TOO_SMALL: _with(lambda: _("Nhập %(what)s từ %(least)s trở lên."), least=_amount),
    FaultCode.TOO_LARGE: _with(lambda: _("Nhập %(what)s không quá %(most)s."), most=_amount),
    FaultCode.TOO_PRECISE: _with(lambda: _("Nhập %(what)s với nhiều nhất %(decimals)s số lẻ.")),
    FaultCode.TOO_EARLY: _with(lambda: _("Nhập %(what)s từ %(earliest)s trở đi."), earliest=_day),
    FaultCode.TOO_LATE: _with(lambda: _("Nhập %(what)s không sau %(latest)s."), latest=_day),
    FaultCode.NO_SUCH_UNIT: _with(
        lambda: _("Tìm lại %(what)s: nơi đã chọn không còn trong danh sách hôm nay.")
    ),
    FaultCode.COMPARED: _compared,
    FaultCode.TOO_BIG: _with(lambda: _("Rút ngắn phần đã khai, hoặc gửi thành tệp kèm theo.")),
}
