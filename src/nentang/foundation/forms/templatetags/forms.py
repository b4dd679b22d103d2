"""Showing a step of a form, and answers in words."""

from datetime import date
from typing import Any

from django import template
from django.utils.translation import get_language, gettext

from nentang.foundation.forms.queries import Answered, StepPage
from nentang.foundation.forms.rules.definition import FieldKind, Words
from nentang.kernel.money import format_dong

register = template.Library()

INPUTS = {
    FieldKind.NUMBER: {"inputmode": "numeric"},
    FieldKind.MONEY: {"inputmode": "numeric"},
    FieldKind.DATE: {"inputmode": "numeric", "placeholder": "7/12/2020"},
    FieldKind.PARTIAL_DATE: {"inputmode": "numeric", "placeholder": "7/12/1990"},
    FieldKind.PERSONAL_NUMBER: {"inputmode": "numeric", "maxlength": "15"},
    FieldKind.TAX_CODE: {"inputmode": "numeric", "maxlength": "16"},
    FieldKind.PHONE: {"inputmode": "tel", "maxlength": "16"},
    FieldKind.EMAIL: {"inputmode": "email", "maxlength": "250"},
    FieldKind.PERSON_NAME: {"maxlength": "120", "autocapitalize": "words"},
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
def input_attributes(kind: FieldKind) -> list[tuple[str, str]]:
    """Attributes of the input of that kind, as pairs."""
    return list(INPUTS.get(kind, {}).items())


@register.filter
def typed(value: Any) -> str:
    """A value as a person would type it: days as 7/12/2020."""
    if value is None:
        return ""
    try:
        day = date.fromisoformat(value)
    except (TypeError, ValueError):
        return str(value)
    return f"{day.day}/{day.month}/{day.year}"


@register.filter
def answer_words(answered: Answered) -> str:
    """An answer in words."""
    value = answered.value
    if isinstance(value, bool):
        return gettext("Có") if value else gettext("Không")
    if isinstance(value, Words):
        return reader_words(value)
    if answered.kind is FieldKind.MONEY and isinstance(value, int):
        return format_dong(value)
    return typed(value)
