"""Finding a procedure and what it needs, before anybody signs in."""

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse_lazy
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from nentang.foundation.portal.public import Fact, PageRequest, Tab, for_everyone
from nentang.government.catalogue.public import FeeSchedule, Procedure, bundle_on, search
from nentang.government.services.cards import EVENTS
from nentang.government.services.registry import offers_on
from nentang.government.services.templatetags.services import (
    deadline_words,
    fee_words,
    level_words,
    service_words,
)
from nentang.kernel import clock

CATALOGUE = {"label": gettext_lazy("Dịch vụ công"), "url": reverse_lazy("services:catalogue")}
LIFE_EVENTS = ("birth", "marriage", "home_and_land", "business", "papers", "bereavement", "family")


@for_everyone
def search_page(request: PageRequest) -> HttpResponse:
    """Procedures by plain words or by life event."""
    words = request.GET.get("q", "")[:100]
    event = request.GET.get("viec", "")
    today = clock.legal_day(clock.now())
    found = search(words, today)
    if event in LIFE_EVENTS:
        found = [each for each in found if each.procedure.life_event == event]
    context = {
        "words": words,
        "tabs": _tabs(event, words),
        "rows": found,
        "offers": offers_on(today, [each.code for each in found]) if words or event else [],
    }
    return render(request, "services/catalogue.html", context)


@for_everyone
def procedure_page(request: PageRequest, procedure: str) -> HttpResponse:
    """Cost, time, papers, steps and law of one procedure, today."""
    today = clock.legal_day(clock.now())
    bundle = bundle_on(procedure, today)
    rule, fees = bundle.rule, bundle.fees
    context = {
        "rule": rule,
        "procedure": rule.value,
        "fees": fees,
        "facts": _facts(rule.value, fees.value if fees else None),
        "crumbs": [CATALOGUE],
        "offers": offers_on(today, [procedure]),
        "sources": [each.source for each in (rule, fees) if each and not each.verified],
    }
    return render(request, "services/procedure.html", context)


def _tabs(event: str, words: str) -> list[Tab]:
    """All procedures, and those of each life event, among those that were searched for."""
    named = [(_("Tất cả"), ""), *((str(label), name) for label, _hint, _icon, name in EVENTS)]
    return [
        Tab(label, "?" + urlencode({"q": words, "viec": name}), name == event)
        for label, name in named
    ]


def _facts(procedure: Procedure, fees: FeeSchedule | None) -> list[Fact]:
    """What everybody asks first: cost, time, by when, where, how far online."""
    facts = [
        Fact(_("Phí, lệ phí"), fee_words(fees)),
        Fact(_("Thời hạn"), deadline_words(procedure.deadline)),
    ]
    if days := procedure.act_within_days:
        within = ngettext("%(count)s ngày", "%(count)s ngày", days) % {"count": days}
        facts.append(Fact(_("Phải làm trong"), within))
    receiver = level_words(procedure.receives)
    return [
        *facts,
        Fact(_("Nơi nhận"), receiver[0].upper() + receiver[1:]),
        Fact(_("Mức dịch vụ"), service_words(procedure), _online(procedure)),
    ]


def _online(procedure: Procedure) -> str:
    whole = procedure.is_at_highest_level
    return _("làm trọn qua mạng") if whole else _("nhận kết quả tại nơi tiếp nhận")
