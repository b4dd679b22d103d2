"""JSON: the registers and their published entries. Open to everyone."""

from typing import Annotated

from django.http import HttpRequest
from ninja import Path, Query, Router

from nentang.kernel import clock

from .errors import EntryNotFound
from .queries import (
    counts_by_register,
    entry_with_code,
    published_entries,
    register_named,
    registers,
    versions_of,
)
from .schemas import EntryDetail, EntryOut, EntryPage, EntryVersionOut, RegisterOut

router = Router()
BIGGEST = 2**63 - 1
RegisterCode = Annotated[str, Path(pattern=r"^[a-z][a-z0-9_]{0,39}$")]
EntryCode = Annotated[str, Path(pattern=r"^[0-9A-Z.\-]{1,40}$")]


@router.get("/small-registers", response=list[RegisterOut], summary="Registers of the Programme")
def list_registers(request: HttpRequest) -> list[RegisterOut]:
    """All of them, with their public fields and how many entries are published."""
    counts = counts_by_register(clock.legal_day(clock.now()))
    return [RegisterOut.of(each, counts.get(each.code, (0, 0))[0]) for each in registers()]


@router.get(
    "/small-registers/{register_code}/entries", response=EntryPage, summary="Entries of a register"
)
def list_entries(
    request: HttpRequest,
    register_code: RegisterCode,
    words: Annotated[str, Query(max_length=100, pattern=r"^[^\x00]*$")] = "",
    before: Annotated[int | None, Query(ge=1, le=BIGGEST)] = None,
    limit: Annotated[int, Query(ge=1, le=100)] = 20,
) -> EntryPage:
    """Newest first; `words` must all stand in an entry, marks aside; `next` is the `before` of the next page."""
    known, today = register_named(register_code), clock.legal_day(clock.now())
    found = published_entries(known.code, words=words, before_id=before, limit=limit + 1)
    return EntryPage(
        items=[EntryOut.of(each, today) for each in found[:limit]],
        next=found[limit - 1].pk if len(found) > limit else None,
    )


@router.get(
    "/small-registers/{register_code}/entries/{code}", response=EntryDetail, summary="One entry"
)
def show_entry(request: HttpRequest, register_code: RegisterCode, code: EntryCode) -> EntryDetail:
    """As it was last published, with its versions."""
    entry = entry_with_code(register_named(register_code).code, code)
    if entry.published is None:
        raise EntryNotFound
    versions = [EntryVersionOut.of(each) for each in versions_of(entry)]
    return EntryDetail.of(entry, clock.legal_day(clock.now()), versions=versions)
