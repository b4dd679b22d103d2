"""Filters of identity's pages."""

from datetime import timedelta

from django import template

from nentang.foundation.identity.registry import role_title

register = template.Library()
register.filter("role_title", role_title)


@register.filter
def minutes(span: timedelta) -> int:
    """Whole minutes, rounded up."""
    return -int(-span.total_seconds() // 60)
