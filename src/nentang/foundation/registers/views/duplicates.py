"""Pairs that may be one: the list, and the two side by side."""

from datetime import datetime

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from nentang.foundation.portal.public import PageRequest, for_officer
from nentang.foundation.registers.actions import open_record, settle_pair
from nentang.foundation.registers.forms import ReasonForm
from nentang.foundation.registers.models import PossibleDuplicate, Record
from nentang.foundation.registers.permissions import check_may_read_any, keepers_for
from nentang.foundation.registers.queries import open_pairs, pair
from nentang.foundation.registers.registry import Register, register_named
from nentang.kernel import clock
from nentang.kernel.errors import DomainError
from nentang.kernel.text import whole_number

from .reading import ShownAspect, shown_aspects

SHOWN = 20


@require_safe
@for_officer()
def duplicates_page(request: PageRequest, register: str) -> HttpResponse:
    """Pairs that wait for a decision."""
    kind = _readable(request, register)
    found = open_pairs(
        register,
        keepers=keepers_for(request.actor, kind),
        before_id=whole_number(request.GET.get("truoc", "")),
        limit=SHOWN + 1,
    )
    older_url = f"?truoc={found[SHOWN - 1].pk}" if len(found) > SHOWN else ""
    rules = {rule.name: rule.title for rule in kind.likeness}
    context = {
        "register": kind,
        "rows": [(each, rules.get(each.rule, each.rule)) for each in found[:SHOWN]],
        "older_url": older_url,
        "crumbs": _crumbs(kind),
    }
    return render(request, "registers/duplicates.html", context)


@for_officer()
def pair_page(request: PageRequest, register: str, number: int) -> HttpResponse:
    """The two side by side, and what an officer decides."""
    kind = _readable(request, register)
    found = pair(register, number, keepers=keepers_for(request.actor, kind))
    now, error = clock.now(), ""
    form = ReasonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            settle_pair(
                pair_id=found.pk,
                is_same="same" in request.POST,
                reason=form.cleaned_data["reason"],
                actor=request.actor,
                at=now,
            )
        except DomainError as refused:
            error = refused.sentence
        else:
            return redirect("registers:duplicates", register=register)
    context = {
        "register": kind,
        "pair": found,
        "sides": _sides(request, kind, found, now),
        "form": form,
        "error": error,
        "crumbs": [
            *_crumbs(kind),
            {"label": _("Có thể trùng"), "url": reverse("registers:duplicates", args=[kind.name])},
        ],
    }
    status = 422 if error or form.errors else 200
    return render(request, "registers/pair.html", context, status=status)


def _sides(
    request: PageRequest, kind: Register, found: PossibleDuplicate, at: datetime
) -> list[tuple[Record, str, list[ShownAspect]]]:
    """Both records with what is said of them; both looks are written down."""
    records = [
        open_record(
            register=kind.name,
            code=code,
            purpose=_("Xem có trùng không"),
            actor=request.actor,
            at=at,
        )
        for code in (found.one, found.other)
    ]
    today = clock.legal_day(at)
    return [(each, kind.heading(each), shown_aspects(kind, each, on=today)) for each in records]


def _readable(request: PageRequest, register: str) -> Register:
    kind = register_named(register)
    check_may_read_any(request.actor, kind)
    return kind


def _crumbs(kind: Register) -> list[dict[str, object]]:
    return [{"label": kind.title, "url": reverse("registers:search", args=[kind.name])}]
