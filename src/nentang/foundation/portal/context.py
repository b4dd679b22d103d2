"""What every page knows."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse

from nentang.agreements.actor import ANONYMOUS, Actor
from nentang.kernel import clock
from nentang.kernel.frozen import Frozen

from .registry import MenuEntry, foot_links, menu_for, search_url_name


class MenuLink(Frozen):
    """A menu entry as this page shows it."""

    label: object
    url: str
    is_current: bool
    waiting: int


def shell(request: HttpRequest) -> dict[str, Any]:
    """The actor, their menu, the languages, the search page, the present instant, the demo's clock in a demo."""
    actor: Actor = getattr(request, "actor", ANONYMOUS)
    now = clock.now()
    return {
        "actor": actor,
        "languages": settings.LANGUAGES,
        "menu": [_link(entry, actor, request.path) for entry in menu_for(actor)],
        "foot": foot_links(),
        "search_url": address(search_url_name()),
        "sign_in_url": address("account_login"),
        "sign_out_url": address("account_logout"),
        "account_url": address("identity:account"),
        "now": now,
        "demo_clock": now if settings.DEMO else None,
    }


def address(url_name: str) -> str:
    """The path of a named page, or nothing where no app brings it."""
    try:
        return reverse(url_name) if url_name else ""
    except NoReverseMatch:
        return ""


def _link(entry: MenuEntry, actor: Actor, path: str) -> MenuLink:
    url = reverse(entry.url_name)
    waiting = entry.waiting(actor) if entry.waiting else 0
    return MenuLink(entry.label, url, is_current=path.startswith(url), waiting=waiting)
