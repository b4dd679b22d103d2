"""Catalogue, dataset, version, files, and the same for programs by content negotiation."""

from collections.abc import Iterator
from typing import Any

from django.conf import settings
from django.http import Http404, HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.cache import patch_vary_headers
from django.utils.http import quote_etag
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from nentang.foundation.portal.public import PageRequest, for_everyone
from nentang.kernel import clock
from nentang.kernel.text import whole_number
from nentang.measure.open_data.adapters.dcat import (
    TYPES,
    Described,
    catalogue_graph,
    dataset_graph,
    written,
)
from nentang.measure.open_data.adapters.files import MEDIA, table_of
from nentang.measure.open_data.context import (
    described,
    previews,
    quality_lines,
    said,
    shown_rows,
    titles,
)
from nentang.measure.open_data.enums import Format
from nentang.measure.open_data.errors import DatasetNotFound, ReleaseNotFound
from nentang.measure.open_data.models import Dataset, Release, ReleaseFile
from nentang.measure.open_data.queries import (
    Listed,
    confirmed_services,
    dataset_named,
    declaration_of,
    find_release,
    published_releases,
    search_datasets,
    source_words,
)
from nentang.measure.open_data.registry import LICENCES
from nentang.measure.open_data.rules.differences import changes_between, tally
from nentang.measure.open_data.rules.law import smallest_group_on
from nentang.measure.open_data.rules.query import MOST_ROWS

CHUNK, SHOWN_ROWS, LONGEST = 64 * 1024, 20, 100
FRIENDS = {"text/turtle": "ttl", "application/rdf+xml": "rdf", "application/ld+json": "jsonld"}


@require_safe
@for_everyone
def catalogue(request: PageRequest) -> HttpResponse:
    """What there is, found by words with or without marks; RDF for programs that ask for it."""
    if extension := _wanted(request):
        return _varied(_rdf_of_catalogue(extension))
    words = request.GET.get("tu", "")[:LONGEST]
    found = search_datasets(words)
    context = {
        "found": [_line(each) for each in found],
        "words": words,
        "services": confirmed_services(limit=3),
    }
    return _varied(render(request, "open_data/catalogue.html", context))


@require_safe
@for_everyone
def catalogue_file(request: PageRequest, extension: str) -> HttpResponse:
    """The catalogue as RDF under an address of its own."""
    if extension not in TYPES:
        raise Http404
    return _rdf_of_catalogue(extension)


@require_safe
@for_everyone
def dataset_page(request: PageRequest, code: str) -> HttpResponse:
    """A dataset: pictures, table, files, dictionary, versions, where the numbers come from."""
    dataset, releases = _open_dataset(code)
    if extension := _wanted(request):
        return _varied(_rdf_of_dataset(dataset, releases, extension))
    context = {**_dataset_context(dataset, releases), **_table_context(request, releases[0])}
    return _varied(render(request, "open_data/dataset.html", context))


@require_safe
@for_everyone
def dataset_file(request: PageRequest, code: str, extension: str) -> HttpResponse:
    """The description of a dataset as RDF under an address of its own."""
    if extension not in TYPES:
        raise Http404
    return _rdf_of_dataset(*_open_dataset(code), extension)


@require_safe
@for_everyone
def release_page(request: PageRequest, code: str, number: int) -> HttpResponse:
    """One version: files, checks, and what changed since another (the one before by default)."""
    dataset = dataset_named(code)
    release = find_release(dataset, number)
    earlier = [each for each in published_releases(dataset) if each.number < number]
    asked = whole_number(request.GET.get("so-voi", ""))
    other = next((each for each in earlier if each.number == asked), next(iter(earlier), None))
    context: dict[str, Any] = {
        **_about(dataset),
        "release": release,
        "earlier": earlier,
        "other": other,
        "quality": quality_lines(release),
        **_differences(request, other, release),
        "crumbs": [
            *_crumbs(),
            {
                "label": said(declaration_of(code).title),
                "url": reverse("open_data:dataset", args=[code]),
            },
        ],
    }
    return render(request, "open_data/release.html", context)


@require_safe
@for_everyone
def download(request: PageRequest, code: str, number: int, format: str) -> HttpResponseBase:
    """A file of a version, byte for byte as its hash says, in pieces."""
    release = find_release(dataset_named(code), number)
    if format not in Format.values:
        raise ReleaseNotFound
    file = ReleaseFile.objects.get(release=release, format=format)
    answer = StreamingHttpResponse(
        _pieces(memoryview(bytes(file.content))), content_type=MEDIA[Format(format)]
    )
    answer["Content-Disposition"] = f'attachment; filename="{code}-{number}.{format}"'
    answer["Content-Length"] = str(file.size)
    answer["ETag"] = quote_etag(file.digest)
    answer["Cache-Control"] = "public, max-age=86400"
    return answer


@require_safe
@for_everyone
def licences(request: PageRequest) -> HttpResponse:
    """Under which terms data is given."""
    found = [(code, said(each.title), each.url) for code, each in LICENCES.items()]
    return render(request, "open_data/licences.html", {"licences": found, "crumbs": _crumbs()})


@require_safe
@for_everyone
def former_figures(request: PageRequest) -> HttpResponse:
    """Where the figures of registers once stood."""
    return redirect("open_data:catalogue", permanent=True)


def _open_dataset(code: str) -> tuple[Dataset, list[Release]]:
    """The dataset with its open versions; DatasetNotFound where there is none yet."""
    dataset = dataset_named(code)
    releases = published_releases(dataset)
    if not releases:
        raise DatasetNotFound
    return dataset, releases


def _dataset_context(dataset: Dataset, releases: list[Release]) -> dict[str, Any]:
    newest = releases[0]
    table = table_of(newest.pk)
    return {
        **_about(dataset),
        "release": newest,
        "releases": releases,
        "charts": previews(declaration_of(dataset.code), table, newest),
        "columns": table.columns,
        "quality": quality_lines(newest),
        "services": confirmed_services(dataset, limit=5),
        "rule": smallest_group_on(newest.as_of),
        "crumbs": _crumbs(),
        "base": settings.BASE_URL,
    }


def _table_context(request: PageRequest, release: Release) -> dict[str, Any]:
    table = table_of(release.pk)
    begin = min(whole_number(request.GET.get("tu-dong", "")) or 0, len(table.rows))
    rows = table.rows[begin : begin + SHOWN_ROWS]
    more = begin + SHOWN_ROWS
    return {
        "headings": titles(table.columns),
        "rows": shown_rows(table, rows),
        "begin": begin + 1,
        "end": begin + len(rows),
        "newer_url": f"?tu-dong={max(0, begin - SHOWN_ROWS)}#bang" if begin else "",
        "older_url": f"?tu-dong={more}#bang" if more < len(table.rows) else "",
    }


def _about(dataset: Dataset) -> dict[str, Any]:
    declaration = declaration_of(dataset.code)
    licence = LICENCES[dataset.licence]
    return {
        "dataset": dataset,
        "title": said(declaration.title),
        "text": said(declaration.text),
        "source": source_words(declaration),
        "licence": said(licence.title),
        "licence_url": licence.url,
    }


def _differences(request: PageRequest, other: Release | None, release: Release) -> dict[str, Any]:
    if other is None:
        return {}
    before, after = table_of(other.pk), table_of(release.pk)
    begin = min(whole_number(request.GET.get("tu-dong", "")) or 0, MOST_ROWS * 1000)
    found = changes_between(before, after)
    page = found[begin : begin + SHOWN_ROWS]
    here = f"?so-voi={other.number}&tu-dong="
    more = begin + SHOWN_ROWS
    return {
        "tally": tally(before, after),
        "changes": [
            {
                "what": each.what,
                "before": shown_rows(before, [each.before])[0][-1].text if each.before else "",
                "row": shown_rows(after, [each.after or each.before or ()])[0],
                "after": shown_rows(after, [each.after])[0][-1].text if each.after else "",
            }
            for each in page
        ],
        "headings": titles(after.columns),
        "newer_url": f"{here}{max(0, begin - SHOWN_ROWS)}" if begin else "",
        "older_url": f"{here}{more}" if more < len(found) else "",
    }


def _line(each: Listed) -> dict[str, Any]:
    return {
        "dataset": each.dataset,
        "title": said(each.declaration.title),
        "text": said(each.declaration.text),
        "number": each.number,
        "owner": each.dataset.owner.name,
    }


def _crumbs() -> list[dict[str, str]]:
    return [{"label": _("Dữ liệu mở"), "url": reverse("open_data:catalogue")}]


def _wanted(request: PageRequest) -> str:
    """The file name of the RDF that is preferred to a page, if any."""
    best = request.get_preferred_type(["text/html", *FRIENDS])
    return FRIENDS.get(best or "", "")


def _rdf_of_catalogue(extension: str) -> HttpResponse:
    found = described(search_datasets())
    graph = catalogue_graph(found, base=settings.BASE_URL, at=clock.now())
    return HttpResponse(written(graph, extension), content_type=TYPES[extension])


def _rdf_of_dataset(dataset: Dataset, releases: list[Release], extension: str) -> HttpResponse:
    one = Described(dataset, declaration_of(dataset.code), tuple(releases))
    graph = dataset_graph(one, base=settings.BASE_URL)
    return HttpResponse(written(graph, extension), content_type=TYPES[extension])


def _varied(answer: HttpResponse) -> HttpResponse:
    patch_vary_headers(answer, ["Accept"])
    return answer


def _pieces(content: memoryview) -> Iterator[bytes]:
    for begin in range(0, len(content), CHUNK):
        yield bytes(content[begin : begin + CHUNK])
