"""The office's pages: its datasets with what is late, preparing, publishing, services that wait."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from nentang.foundation.organizations.public import organization_names
from nentang.foundation.portal.public import PageRequest, for_officer
from nentang.kernel import clock
from nentang.kernel.errors import DomainError, NotFound
from nentang.kernel.text import whole_number
from nentang.measure.open_data import actions
from nentang.measure.open_data.adapters.files import table_of
from nentang.measure.open_data.context import quality_lines, said, shown_rows, titles
from nentang.measure.open_data.enums import Classification, Frequency
from nentang.measure.open_data.models import Dataset, Release
from nentang.measure.open_data.permissions import check_manages
from nentang.measure.open_data.queries import (
    dataset_named,
    datasets,
    declaration_of,
    not_taken_on,
    release_to_decide,
    releases_of,
    waiting_services,
)
from nentang.measure.open_data.registry import LICENCES, PUBLISHERS, STEWARD
from nentang.measure.open_data.rules.differences import tally
from nentang.measure.open_data.rules.schedule import is_stale

SHOWN_ROWS = 30


@require_safe
@for_officer(*PUBLISHERS)
def office_page(request: PageRequest) -> HttpResponse:
    """What the officer's bodies keep, the late first; what nobody keeps yet; services that wait."""
    return _office(request)


@require_POST
@for_officer(STEWARD)
def take_on(request: PageRequest) -> HttpResponse:
    """Take on a dataset for one of one's bodies."""
    try:
        actions.take_on_dataset(
            code=request.POST.get("code", ""),
            organization_id=whole_number(request.POST.get("body", "")) or 0,
            classification=request.POST.get("classification", ""),
            frequency=request.POST.get("frequency", ""),
            licence=request.POST.get("licence", ""),
            actor=request.actor,
            at=clock.now(),
        )
    except DomainError as refused:
        return _office(request, error=str(refused.sentence))
    return redirect("open_data:office")


@require_safe
@for_officer(*PUBLISHERS)
def dataset_page(request: PageRequest, code: str) -> HttpResponse:
    """One dataset of the office with all its versions."""
    return _kept(request, code)


@require_POST
@for_officer(STEWARD)
def prepare(request: PageRequest, code: str) -> HttpResponse:
    """Prepare a version as of today."""
    try:
        release = actions.prepare_release(code=code, actor=request.actor, at=clock.now())
    except DomainError as refused:
        return _kept(request, code, error=str(refused.sentence))
    return redirect("open_data:review", release_id=release.pk)


@require_POST
@for_officer(STEWARD)
def classify(request: PageRequest, code: str) -> HttpResponse:
    """Say anew whether the dataset is open."""
    try:
        actions.classify_dataset(
            code=code,
            classification=request.POST.get("classification", ""),
            reason=request.POST.get("reason", "")[:300],
            actor=request.actor,
            at=clock.now(),
        )
    except DomainError as refused:
        return _kept(request, code, error=str(refused.sentence))
    return redirect("open_data:kept", code=code)


@require_safe
@for_officer(*PUBLISHERS)
def review_page(request: PageRequest, release_id: int) -> HttpResponse:
    """A version as it would be published, with what changed and what is wrong."""
    return _review(request, release_id)


@require_POST
@for_officer(*PUBLISHERS)
def decide(request: PageRequest, release_id: int, step: str) -> HttpResponse:
    """Publish the version, or set it aside."""
    release, actor, now = _own_release(request, release_id), request.actor, clock.now()
    try:
        if step == "cong-bo":
            actions.publish_release(release_id=release_id, actor=actor, at=now)
        elif step == "bo":
            reason = request.POST.get("reason", "")[:500]
            actions.set_aside_release(release_id=release_id, reason=reason, actor=actor, at=now)
        else:
            raise NotFound
    except NotFound:
        raise
    except DomainError as refused:
        return _review(request, release_id, error=str(refused.sentence))
    return redirect("open_data:kept", code=release.dataset.code)


@require_POST
@for_officer(*PUBLISHERS)
def decide_service(request: PageRequest, service_id: int) -> HttpResponse:
    """Confirm a service, or do not."""
    try:
        actions.decide_service(
            service_id=service_id,
            grant=request.POST.get("step", "") == "xac-nhan",
            reason=request.POST.get("reason", "")[:500],
            actor=request.actor,
            at=clock.now(),
        )
    except NotFound:
        raise
    except DomainError as refused:
        return _office(request, error=str(refused.sentence))
    return redirect("open_data:office")


def _office(request: PageRequest, *, error: str = "") -> HttpResponse:
    actor, today = request.actor, clock.legal_day(clock.now())
    bodies = actor.organizations(*PUBLISHERS)
    kept = sorted(datasets(bodies), key=lambda each: each.dataset.next_on)
    context = {
        "kept": [
            {
                "dataset": each.dataset,
                "title": said(each.declaration.title),
                "number": each.number,
                "is_stale": is_stale(each.dataset.next_on, today),
            }
            for each in kept
        ],
        "free": [(each.code, said(each.title)) for each in not_taken_on()],
        "bodies": sorted(organization_names(actor.organizations(STEWARD)).items()),
        "waiting": waiting_services(bodies),
        "error": error,
        **_choices(),
    }
    return render(request, "open_data/office.html", context, status=422 if error else 200)


def _kept(request: PageRequest, code: str, *, error: str = "") -> HttpResponse:
    dataset = dataset_named(code)
    check_manages(request.actor, dataset)
    context = {
        "dataset": dataset,
        "title": said(declaration_of(code).title),
        "text": said(declaration_of(code).text),
        "releases": releases_of(dataset),
        "is_stale": is_stale(dataset.next_on, clock.legal_day(clock.now())),
        "may_prepare": request.actor.has_role(STEWARD, organization_id=dataset.owner_id),
        "error": error,
        "crumbs": _crumbs(),
        **_choices(),
    }
    return render(request, "open_data/kept.html", context, status=422 if error else 200)


def _review(request: PageRequest, release_id: int, *, error: str = "") -> HttpResponse:
    release = _own_release(request, release_id)
    table = table_of(release.pk)
    context: dict[str, Any] = {
        "release": release,
        "dataset": release.dataset,
        "title": said(declaration_of(release.dataset.code).title),
        "quality": quality_lines(release),
        "tally": tally(table_of(release.follows_id), table) if release.follows_id else None,
        "headings": titles(table.columns),
        "rows": shown_rows(table, table.rows[:SHOWN_ROWS]),
        "is_own": request.actor.account_id == release.prepared_by_id,
        "error": error,
        "crumbs": [*_crumbs(), _crumb_of(release.dataset)],
    }
    return render(request, "open_data/review.html", context, status=422 if error else 200)


def _own_release(request: PageRequest, release_id: int) -> Release:
    release = release_to_decide(release_id)
    check_manages(request.actor, release.dataset)
    return release


def _choices() -> dict[str, Any]:
    return {
        "classifications": Classification.choices,
        "frequencies": Frequency.choices,
        "licences": [(code, said(each.title)) for code, each in LICENCES.items()],
    }


def _crumbs() -> list[dict[str, str]]:
    return [{"label": _("Công bố dữ liệu"), "url": reverse("open_data:office")}]


def _crumb_of(dataset: Dataset) -> dict[str, str]:
    title = said(declaration_of(dataset.code).title)
    return {"label": title, "url": reverse("open_data:kept", args=[dataset.code])}
