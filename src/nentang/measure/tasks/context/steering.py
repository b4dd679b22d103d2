"""The register of committees and plans: what was reported beside what is counted, and each body."""

from collections.abc import Mapping
from datetime import date
from typing import Any
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext as _

from nentang.agreements.actor import Actor
from nentang.foundation.organizations.public import Organization, OrganizationLevel
from nentang.foundation.portal.public import Tab
from nentang.kernel.text import whole_number
from nentang.measure.tasks.permissions import assigns_for, line_of
from nentang.measure.tasks.queries import committees_of, plans_of, steered, steering_page
from nentang.measure.tasks.rules.tracking import steering_reported

SHOWN = 40
LEVELS = {"bo": OrganizationLevel.MINISTRY, "tinh": OrganizationLevel.PROVINCE}


def steering_context(actor: Actor, said: Mapping[str, str], today: date) -> dict[str, Any]:
    """One page of ministries or provinces with their committees and plans."""
    word = said.get("cap", "") if said.get("cap", "") in LEVELS else "tinh"
    name, _bar, number = said.get("sau", "")[:420].rpartition("|")
    after = (name, whole_number(number) or 0) if name else None
    found = steering_page(today, LEVELS[word], after=after, limit=SHOWN + 1)
    bodies = found[:SHOWN]
    committees, plans = committees_of(bodies), plans_of(bodies)
    own = set(assigns_for(actor))
    here = reverse("tasks:steering")
    counted = {each.level: each for each in steered(today)}
    return {
        "rows": [_row(each, committees, plans, own) for each in bodies],
        "tabs": _tabs(here, word),
        "compared": _compared(counted),
        "reported": steering_reported(),
        "year": today.year,
        "older_url": _older(here, word, found),
        "may_record": any(own & line_of(each) for each in bodies),
    }


def _tabs(here: str, word: str) -> list[Tab]:
    titles = {"tinh": _("Tỉnh, thành phố"), "bo": _("Bộ, cơ quan ngang bộ")}
    return [Tab(title, f"{here}?cap={name}", name == word) for name, title in titles.items()]


def _compared(counted: Mapping[str, Any]) -> list[dict[str, Any]]:
    titles = {"ministry": _("Bộ, cơ quan ngang bộ"), "province": _("Tỉnh, thành phố")}
    said = steering_reported().value
    return [
        {"title": title, "reported": said[level], "counted": counted[level]}
        for level, title in titles.items()
    ]


def _row(
    body: Organization, committees: Mapping[int, Any], plans: Mapping[int, Any], own: set[int]
) -> dict[str, Any]:
    return {
        "body": body,
        "committee": committees.get(body.pk),
        "plans": plans.get(body.pk, []),
        "may_record": bool(own & line_of(body)),
    }


def _older(here: str, word: str, found: list[Organization]) -> str:
    if len(found) <= SHOWN:
        return ""
    last = found[SHOWN - 1]
    return f"{here}?{urlencode({'cap': word, 'sau': f'{last.sort_name}|{last.pk}'})}"
