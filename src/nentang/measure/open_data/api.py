"""JSON: open datasets, their versions, and bounded questions to them. Open to everyone; no SQL comes in."""

from typing import Annotated, Any

from django.http import HttpRequest
from django.urls import reverse
from ninja import Path, Query, Router

from nentang.foundation.identity.public import client_address
from nentang.foundation.portal.public import Pace, keep_pace
from nentang.kernel import clock
from nentang.kernel.text import is_storable

from .adapters.files import table_of
from .errors import DatasetNotFound, QueryUnreadable
from .models import Dataset, Release
from .queries import (
    Listed,
    dataset_named,
    declaration_of,
    find_release,
    published_releases,
    search_datasets,
)
from .rules.differences import Change, changes_between
from .rules.published import Row
from .rules.query import MOST_ROWS, Question, Unreadable, ask
from .schemas import (
    AnswerOut,
    ChangeOut,
    ChangesOut,
    ColumnOut,
    DatasetDetail,
    DatasetOut,
    FileOut,
    VersionOut,
)

PACE = Pace("open-data", calls=120, seconds=60)
"""Questions read a whole version; whoever needs more takes the file."""
MOST_NUMBER = 2**31 - 1
LONGEST_LIST = 1000

router = Router()
Code = Annotated[str, Path(pattern=r"^[a-z0-9\-]{1,60}$")]
Number = Annotated[int, Query(ge=1, le=MOST_NUMBER)]


@router.get("/open-data/datasets", response=list[DatasetOut], summary="Open datasets")
def list_datasets(
    request: HttpRequest, words: Annotated[str, Query(max_length=100)] = ""
) -> list[DatasetOut]:
    """All open datasets, or those whose words begin so, marks aside."""
    return [DatasetOut(**_said(each)) for each in search_datasets(words)[:LONGEST_LIST]]


@router.get("/open-data/datasets/{code}", response=DatasetDetail, summary="One dataset")
def show_dataset(request: HttpRequest, code: Code) -> DatasetDetail:
    """Its dictionary and its versions."""
    dataset, releases = _open(code)
    listed = Listed(dataset, declaration_of(code), releases[0].number)
    columns = [
        ColumnOut(**{name: getattr(each, name) for name in ColumnOut.model_fields})
        for each in table_of(releases[0].pk).columns
    ]
    versions = [_version(dataset, each) for each in releases]
    return DatasetDetail(**_said(listed), columns=columns, versions=versions)


@router.get(
    "/open-data/datasets/{code}/query", response=AnswerOut, summary="Ask a dataset for sums"
)
def query_dataset(
    request: HttpRequest,
    code: Code,
    where: Annotated[list[str], Query(max_length=12)] = [],  # noqa: B006 - ninja copies it
    group: Annotated[str, Query(max_length=200)] = "",
    sort: Annotated[str, Query(max_length=60)] = "",
    after: Annotated[str, Query(max_length=400)] = "",
    limit: Annotated[int, Query(ge=1, le=MOST_ROWS)] = 100,
    version: Annotated[int | None, Query(ge=1, le=MOST_NUMBER)] = None,
) -> AnswerOut:
    """Counts by group. `where=column:value,value` keeps rows, `group=column,column` divides,
    `sort=count` or `-count` or a group orders, `next` of one page is `after` of the following.

    What is answered could be reckoned from the downloaded file: a sum of which any part is hidden is null.
    """
    keep_pace(PACE, client_address(request), at=clock.now())
    dataset, releases = _open(code)
    release = find_release(dataset, version) if version else releases[0]
    question = Question(
        filters_in(where), tuple(each for each in group.split(",") if each), sort, after, limit
    )
    try:
        found = ask(table_of(release.pk), question)
    except Unreadable as fault:
        raise QueryUnreadable(part=str(fault)) from None
    rows = [list(row) for row in found.rows]
    return AnswerOut(
        dataset=code,
        version=release.number,
        columns=list(found.columns),
        rows=rows,  # type: ignore[arg-type] # words and counts
        next=found.next,
    )


@router.get(
    "/open-data/datasets/{code}/changes",
    response=ChangesOut,
    summary="What changed between two versions",
)
def show_changes(
    request: HttpRequest,
    code: Code,
    before: Number,
    after: Number,
    begin: Annotated[int, Query(ge=0, le=MOST_NUMBER)] = 0,
    limit: Annotated[int, Query(ge=1, le=MOST_ROWS)] = 100,
) -> ChangesOut:
    """Added, removed and changed rows by key."""
    keep_pace(PACE, client_address(request), at=clock.now())
    dataset = dataset_named(code)
    old, new = (table_of(find_release(dataset, each).pk) for each in (before, after))
    found = changes_between(old, new)
    page = found[begin : begin + limit]
    return ChangesOut(
        dataset=code,
        before=before,
        after=after,
        changes=[_change(each) for each in page],
        next=begin + limit if begin + limit < len(found) else None,
    )


def _open(code: str) -> tuple[Dataset, list[Release]]:
    dataset = dataset_named(code)
    releases = published_releases(dataset)
    if not releases:
        raise DatasetNotFound
    return dataset, releases


def _said(each: Listed) -> dict[str, Any]:
    declaration, dataset = each.declaration, each.dataset
    return {
        "code": dataset.code,
        "title_vi": declaration.title[0],
        "title_en": declaration.title[1],
        "text_vi": declaration.text[0],
        "text_en": declaration.text[1],
        "owner": dataset.owner.name,
        "licence": dataset.licence,
        "frequency": dataset.frequency,
        "version": each.number,
    }


def _version(dataset: Dataset, release: Release) -> VersionOut:
    files = [
        FileOut(
            format=file.format,
            size=file.size,
            sha256=file.digest,
            url=reverse("open_data:download", args=[dataset.code, release.number, file.format]),
        )
        for file in release.files.all()
    ]
    return VersionOut(
        number=release.number,
        as_of=release.as_of,
        published_at=release.decided_at or release.prepared_at,
        rows=release.rows,
        hidden=release.hidden,
        smallest=release.smallest,
        score=release.score,
        files=files,
    )


def filters_in(where: list[str]) -> dict[str, tuple[str, ...]]:
    """Values by column of `column:value,value`; QueryUnreadable."""
    found: dict[str, tuple[str, ...]] = {}
    for each in where:
        name, colon, values = each.partition(":")
        if not colon or name in found or not is_storable(each):
            raise QueryUnreadable(part="where")
        found[name] = tuple(dict.fromkeys(values.split(",")))
    return found


def _change(each: Change) -> ChangeOut:
    return ChangeOut(
        what=each.what,
        key=[str(part) for part in each.key],
        before=_count(each.before),
        after=_count(each.after),
    )


def _count(row: Row | None) -> int | None:
    value = row[-2] if row else None
    return value if isinstance(value, int) else None
