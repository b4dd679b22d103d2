"""Filters of identity's pages."""

from typing import Any

from django import template

from nentang.foundation.identity.registry import role_title

register = template.Library()
register.filter("role_title", role_title)


@register.filter
def asks_password(form: Any) -> bool:
    """Whether the form, if there is one, has a field for a password."""
    return any("data-show" in each.widget.attrs for each in getattr(form, "fields", {}).values())
