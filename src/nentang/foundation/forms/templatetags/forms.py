"""Showing a step of a form, and answers in words."""

from typing import Any

from django import template
from django.utils.translation import get_language, gettext

from nentang.foundation.forms.enums import FieldKind
from nentang.foundation.forms.queries import Answered, Question, StepPage
from nentang.foundation.forms.queries.wording import day_words
from nentang.foundation.forms.rules.definition import Words
from nentang.foundation.forms.rules.texts import is_day
from nentang.kernel.errors import Invalid
from nentang.kernel.identifiers import parse_phone
from nentang.kernel.money import format_dong

register = template.Library()

INPUTS = {
    FieldKind.NUMBER: {"inputmode": "numeric"},
    FieldKind.MONEY: {"inputmode": "numeric"},
    FieldKind.DATE: {"inputmode": "numeric", "placeholder": "7/12/2020"},
    FieldKind.PARTIAL_DATE: {"inputmode": "numeric", "placeholder": "7/12/1990"},
    FieldKind.PERSONAL_NUMBER: {"inputmode": "numeric", "maxlength": "20"},
    FieldKind.TAX_CODE: {"inputmode": "numeric", "maxlength": "20"},
    FieldKind.PHONE: {"type": "tel", "inputmode": "tel", "maxlength": "24"},
    FieldKind.EMAIL: {"type": "email", "inputmode": "email", "maxlength": "254"},
    FieldKind.PERSON_NAME: {"maxlength": "120", "autocapitalize": "words"},
}
SHORT = {FieldKind.NUMBER, FieldKind.MONEY, FieldKind.DATE, FieldKind.PARTIAL_DATE}
TEMPLATES = {
    FieldKind.RADIO: "choices",
    FieldKind.YES_NO: "choices",
    FieldKind.MULTI_CHOICE: "choices",
    FieldKind.CHOICE: "select",
    FieldKind.LONG_TEXT: "long_text",
    FieldKind.UNIT: "place",
    FieldKind.FILE: "files",
    FieldKind.GROUP: "group",
    FieldKind.REPEAT: "rows",
}


@register.inclusion_tag("forms/_step.html", takes_context=True)
def form_step(context: template.RequestContext, page: StepPage) -> dict[str, Any]:
    """The step with its questions, as one form that posts to its own address."""
    return {
        "page": page,
        "csrf_token": context.get("csrf_token"),
        "request": context.get("request"),
    }


@register.filter
def reader_words(words: Words) -> str:
    """The text in the reader's language."""
    return words.in_language(get_language() or "vi")


@register.filter
def in_words(source: str) -> str:
    """A source of known answers in the reader's language."""
    return gettext(source)


@register.filter
def part(question: Question) -> str:
    """The template that asks the question."""
    return f"forms/parts/{TEMPLATES.get(question.field.kind, 'input')}.html"


@register.filter
def input_attributes(question: Question) -> list[tuple[str, str]]:
    """Attributes of the input by its kind and limits, as pairs."""
    field = question.field
    known = dict(INPUTS.get(field.kind, {"maxlength": str(field.limits.max_length)}))
    if field.limits.decimals:
        known["inputmode"] = "decimal"
    if field.kind in SHORT:
        known["class"] = "short"
    return list(known.items())


@register.filter
def options(question: Question) -> list[tuple[str, str, str, bool]]:
    """Name, value, words and whether chosen, of each answer to choose from."""
    field, value = question.field, question.value
    if field.kind is FieldKind.YES_NO:
        both = (("yes", gettext("Có"), True), ("no", gettext("Không"), False))
        return [(question.path, code, words, value is answer) for code, words, answer in both]
    chosen = value if isinstance(value, list) else [value]
    several = field.kind is FieldKind.MULTI_CHOICE
    return [
        (
            f"{question.path}.{choice.value}" if several else question.path,
            choice.value,
            reader_words(choice.label),
            choice.value in chosen,
        )
        for choice in field.choices
    ]


@register.filter
def typed(value: Any) -> str:
    """A value as a person would type it: days as 7/12/2020, numbers with a decimal comma."""
    if value is None or isinstance(value, bool | list | dict):
        return ""
    if isinstance(value, float):
        return str(value).replace(".", ",")
    return day_words(value) if isinstance(value, str) and is_day(value) else str(value)


@register.filter
def known_words(question: Question) -> str:
    """A known answer in words."""
    chosen = [words for _name, _value, words, is_chosen in options(question) if is_chosen]
    return chosen[0] if chosen else question.place or _plain(question.field.kind, question.value)


@register.filter
def answer_words(answered: Answered) -> str:
    """An answer in words."""
    values = answered.value if isinstance(answered.value, list) else [answered.value]
    return ", ".join(_plain(answered.kind, value) for value in values)


def _plain(kind: FieldKind, value: Any) -> str:
    if isinstance(value, Words):
        return reader_words(value)
    if isinstance(value, bool):
        return gettext("Có") if value else gettext("Không")
    if kind is FieldKind.MONEY and isinstance(value, int):
        return format_dong(value)
    if kind is FieldKind.PHONE:
        return _phone(str(value))
    return typed(value)


def _phone(text: str) -> str:
    try:
        return parse_phone(text).national
    except Invalid:
        return text
