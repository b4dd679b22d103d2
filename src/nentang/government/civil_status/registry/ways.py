"""How values of books are written and read."""

from collections.abc import Callable

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from nentang.government.civil_status.rules.days import in_words, read_day, read_partial
from nentang.kernel.frozen import Frozen
from nentang.kernel.identifiers import InvalidIdentifier, parse_personal_number
from nentang.kernel.text import normalize_name

LONGEST = 200


class Way(Frozen):
    """How a value is written and read: `read` raises ValueError, `rule` says what it wants."""

    name: str
    read: Callable[[str], str]
    rule: object
    shown: Callable[[str], str] = str


def _number(text: str) -> str:
    try:
        return parse_personal_number(text).text
    except InvalidIdentifier as error:
        raise ValueError("no personal number") from error


def _text(text: str) -> str:
    text = " ".join(text.split())
    if len(text) > LONGEST:
        raise ValueError("too long")
    return text


def _name(text: str) -> str:
    name = normalize_name(text)
    if len(name) > 120 or any(char.isdigit() for char in name):
        raise ValueError("no name")
    return name


def _clock(text: str) -> str:
    hour, _colon, minute = text.strip().partition(":")
    if not (hour.isdigit() and minute.isdigit() and int(hour) < 24 and int(minute) < 60):
        raise ValueError("no time of day")
    return f"{int(hour):02d}:{int(minute):02d}"


NAME = Way("name", _name, _("viết bằng chữ, không có số"))
TEXT = Way("text", _text, _("không quá 200 chữ"))
DAY = Way("day", read_day, _("viết ngày/tháng/năm, như 01/12/2020"), in_words)
PARTIAL = Way("partial", read_partial, _("viết ngày/tháng/năm, hoặc chỉ năm"), in_words)
NUMBER = Way("number", _number, _("gồm 12 chữ số"))
CLOCK = Way("clock", _clock, _("viết giờ:phút, như 07:30"))


def one_of(choices: type[TextChoices]) -> Way:
    """One of few words, by its value or by its label."""
    labels = {str(value): value for value in choices.values}

    def read(text: str) -> str:
        by_label = {str(choice.label).lower(): str(choice.value) for choice in choices}
        text = text.strip().lower()
        if found := labels.get(text) or by_label.get(text):
            return found
        raise ValueError("none of them")

    def shown(kept: str) -> str:
        return str(choices(kept).label) if kept else ""

    return Way(f"choice:{choices.__name__}", read, _("chọn một trong các mục"), shown)
