"""The page of a linked matter: its works as a picture, and what the applicant can do."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from nentang.foundation.audit.public import looks_at_subject
from nentang.foundation.portal.public import PageRequest, for_person
from nentang.government.linked.actions import withdraw_rest
from nentang.government.linked.permissions import check_is_applicant
from nentang.government.linked.queries import (
    Picture,
    entered_of,
    find_chain,
    picture_of,
    rule_of,
    standing_of,
)
from nentang.kernel import clock

from .drawing import qr_of


@require_safe
@for_person(assurance=1)
def chain_page(request: PageRequest, code: str) -> HttpResponse:
    """Who holds each work, until when, and the results to download."""
    picture = _picture(request, code)
    words, tone = standing_of(picture.chain)
    tracked = request.build_absolute_uri(reverse("services:track")) + f"?ma={code}"
    context = {
        "picture": picture,
        "chain": picture.chain,
        "title": _title(picture),
        "words": words,
        "tone": tone,
        "crumbs": [{"label": _("Hồ sơ của tôi"), "url": reverse("services:mine")}],
        "entered": entered_of(picture.chain, clock.legal_day(clock.now())),
        "just_sent": "moi" in request.GET,
        "qr": qr_of(tracked),
        "looks": [
            look
            for part in picture.parts
            if part.dossier
            for look in looks_at_subject(f"dossier:{part.dossier.pk}")
        ],
    }
    return render(request, "linked/chain.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@for_person(assurance=1)
def withdraw(request: PageRequest, code: str) -> HttpResponse:
    """Withdraw what has not begun, after being asked once."""
    picture = _picture(request, code)
    if request.method == "POST":
        withdraw_rest(code=code, actor=request.actor, at=clock.now())
        return redirect("linked:chain", code=code)
    context = {
        "picture": picture,
        "chain": picture.chain,
        "title": _title(picture),
        "to_come": [
            each for each in picture.parts if each.standing in ("next", "stuck", "blocked")
        ],
    }
    return render(request, "linked/withdraw.html", context)


def _picture(request: PageRequest, code: str) -> Picture:
    chain = find_chain(code)
    check_is_applicant(request.actor, chain)
    return picture_of(chain, clock.legal_day(clock.now()))


def _title(picture: Picture) -> str:
    return rule_of(picture.chain).name.in_language(get_language() or "vi")
