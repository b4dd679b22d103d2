"""What all pages of the axis share: whose documents, the tabs, paging."""

from typing import Any

from django.db.models import Model, QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from nentang.foundation.organizations.public import organization_names
from nentang.foundation.portal.public import PageRequest, Tab
from nentang.government.document_exchange.permissions import ADMINISTRATOR
from nentang.government.document_exchange.queries import counts_of, participant_of
from nentang.kernel.errors import NotAllowed
from nentang.kernel.frozen import Frozen
from nentang.kernel.text import whole_number

PAGE = 20
WHOSE = "co-quan"


class Body(Frozen):
    """A body that the officer works in; `query` keeps it through links where there are several."""

    id: int
    name: str
    query: str


def body_of(request: PageRequest) -> Body:
    """The body asked for, else the first of the officer's that has joined, else the first."""
    own = request.actor.organizations()
    if not own:
        raise NotAllowed
    names = organization_names(own)
    asked = whole_number(request.GET.get(WHOSE, ""))
    if asked not in own:
        asked = next((each for each in own if participant_of(each)), own[0])
    query = f"?{WHOSE}={asked}" if len(own) > 1 else ""
    return Body(asked, names.get(asked, ""), query)


def frame(request: PageRequest, here: str, body: Body) -> dict[str, Any]:
    """The context of a page: tabs with counts, the other bodies of the officer."""
    counts = counts_of(body.id)
    shown = [
        ("arrived", _("Đến"), counts.unregistered),
        ("sent", _("Đi"), counts.waiting or None),
        ("dead", _("Không gửi được"), counts.dead or None),
        ("proof", _("Đối soát"), None),
        ("directory", _("Danh bạ"), None),
    ]
    if request.actor.has_role(ADMINISTRATOR):
        shown += [("connections", _("Kết nối"), None), ("refused", _("Bị từ chối"), None)]
    names = organization_names(request.actor.organizations())
    return {
        "body": body,
        "bodies": sorted(names.items(), key=lambda each: each[1]) if len(names) > 1 else [],
        "has_joined": participant_of(body.id) is not None,
        "tabs": [
            Tab(label, _address(name, body), is_current=name == here, count=count)
            for name, label, count in shown
        ],
    }


def page_of(request: PageRequest, found: "QuerySet[Any]", body: Body) -> dict[str, Any]:
    """Twenty rows before `truoc`, and the address of the older ones."""
    rows: list[Model] = list(found[: PAGE + 1])
    older = rows[PAGE - 1].pk if len(rows) > PAGE else None
    start = body.query or "?"
    return {
        "rows": rows[:PAGE],
        "older_url": f"{start}{'&' if body.query else ''}truoc={older}" if older else "",
        "newer_url": f"{request.path}{body.query}" if request.GET.get("truoc") else "",
    }


def before(request: PageRequest) -> int | None:
    """The key before which rows are asked for."""
    return whole_number(request.GET.get("truoc", "")) or None


def _address(name: str, body: Body) -> str:
    route = "overview" if name == "arrived" else name
    return reverse(f"document_exchange:{route}") + body.query
