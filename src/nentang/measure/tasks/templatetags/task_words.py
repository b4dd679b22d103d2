"""What was typed, by the name of its field."""

from collections.abc import Mapping

from django import template

register = template.Library()


@register.filter("said")
def said(typed: Mapping[str, str] | str, name: str) -> str:
    """What was typed there; nothing on a page that nobody has sent yet."""
    return typed.get(name, "") if isinstance(typed, Mapping) else ""
