"""Splitting a parcel: the line, what comes of it drawn with areas, then the act itself."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render

from nentang.foundation.portal.public import PageRequest
from nentang.government.land.actions import Part, split_parcel
from nentang.government.land.cards import REGISTER
from nentang.government.land.errors import ShapeMissing
from nentang.government.land.forms import SplitForm, starting
from nentang.government.land.models import Parcel
from nentang.government.land.queries import drawing_of_parts, shape_on, words_of_part
from nentang.government.land.rules.geometry import cut_by_line, line_across
from nentang.kernel import clock
from nentang.kernel.errors import DomainError


def split_page(request: PageRequest, record: Parcel, context: dict[str, Any]) -> HttpResponse:
    """First the parts are shown; written they are with the second press."""
    today = clock.legal_day(clock.now())
    form, error, parts = SplitForm(request.POST or None, initial=starting(today)), "", []
    if request.method == "POST" and form.is_valid():
        try:
            parts = _parts(record, form)
            if "ghi" in request.POST:
                return _split(request, record, form, parts)
        except DomainError as refused:
            error = refused.sentence
    if parts and not error:
        drawn = [
            (words_of_part(number, part.shape), part.shape) for number, part in enumerate(parts)
        ]
        context |= {
            "drawing": drawing_of_parts(drawn, today, [record.code]),
            "corners": None,
            "parts": [words for words, _ in drawn],
        }
    context |= {"form": form, "error": error}
    status = 422 if error or form.errors else 200
    return render(request, "land/split.html", context, status=status)


def _parts(record: Parcel, form: SplitForm) -> list[Part]:
    shape = shape_on(record, form.cleaned_data["valid_from"])
    if shape is None:
        raise ShapeMissing
    return [Part(each) for each in cut_by_line(shape, line_across(shape, *form.places))]


def _split(
    request: PageRequest, record: Parcel, form: SplitForm, parts: list[Part]
) -> HttpResponse:
    split_parcel(
        code=record.code,
        parts=parts,
        valid_from=form.cleaned_data["valid_from"],
        basis=form.basis,
        actor=request.actor,
        at=clock.now(),
    )
    return redirect("registers:record", register=REGISTER.name, record_code=record.code)
