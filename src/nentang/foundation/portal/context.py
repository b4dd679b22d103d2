"""What every page knows."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext_lazy as _

from nentang.agreements.actor import ANONYMOUS, Actor
from nentang.kernel import clock

from .enums import MenuGroup
from .registry import MenuEntry, menu_for, search_url_name
from .rules.menu import Menu, MenuLink, arrange

FOLDERS = {
    MenuGroup.AT_HAND: _("Thêm"),
    MenuGroup.RECORDS: _("Sổ và dữ liệu"),
    MenuGroup.WATCH: _("Theo dõi"),
    MenuGroup.LOOK_UP: _("Tra cứu"),
    MenuGroup.HOUSE: _("Quản trị"),
}


def shell(request: HttpRequest) -> dict[str, Any]:
    """The actor, their menu, the languages, the search page, the present instant, the demo's clock in a demo."""
    actor: Actor = getattr(request, "actor", ANONYMOUS)
    now = clock.now()
    return {
        "actor": actor,
        "languages": settings.LANGUAGES,
        "menu": _menu(actor, request.path),
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


def _menu(actor: Actor, path: str) -> Menu:
    links = [_link(entry, actor, path) for entry in menu_for(actor)]
    return arrange(links, {group: str(title) for group, title in FOLDERS.items()})


def _link(entry: MenuEntry, actor: Actor, path: str) -> MenuLink:
    url = reverse(entry.url_name)
    return MenuLink(
        label=str(entry.label),
        url=url,
        group=entry.group,
        is_current=path.startswith(url),
        waiting=entry.waiting(actor) if entry.waiting else 0,
    )
