"""`{% load notifications %}{% unread_messages as count %}`: one query where somebody is signed in, else none."""

from django import template
from django.template import Context

from nentang.agreements.actor import ANONYMOUS
from nentang.foundation.notifications.queries import unread_count

register = template.Library()


@register.simple_tag(takes_context=True)
def unread_messages(context: Context) -> int:
    """How many messages the reader of the page has not read."""
    return unread_count(context.get("actor") or ANONYMOUS)
