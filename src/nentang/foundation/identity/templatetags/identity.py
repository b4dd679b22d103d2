"""Filters of identity's pages."""

from django import template

from nentang.foundation.identity.registry import role_title

register = template.Library()
register.filter("role_title", role_title)
