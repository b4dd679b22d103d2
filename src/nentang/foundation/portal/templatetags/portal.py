"""Tags and filters for every template (built in, no load needed)."""

from django import template

from nentang.kernel.money import format_dong

register = template.Library()
register.filter("dong", format_dong)
