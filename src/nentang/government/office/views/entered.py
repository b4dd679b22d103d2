"""What a page sends with a step, and the pages of lists by key."""

from datetime import date
from typing import Any, BinaryIO, cast
from urllib.parse import urlencode

from nentang.foundation.documents.public import store_file
from nentang.foundation.portal.public import PageRequest
from nentang.government.office.errors import TooManyFiles
from nentang.government.office.permissions import bodies_of
from nentang.government.office.rules.draft import MOST_FILES, MOST_HELPERS
from nentang.kernel import clock
from nentang.kernel.text import whole_number

from .steps import Taken

PAGE = 30


def taken(request: PageRequest, code: str) -> Taken:
    """The step as it was sent."""
    sent = request.POST
    helpers = [whole_number(each) for each in sent.getlist("helpers")[: MOST_HELPERS + 1]]
    return Taken(
        code=code,
        text=sent.get("text", "")[:4000],
        day=_day(sent.get("day", "")),
        lead_id=whole_number(sent.get("lead", "")),
        helper_ids=tuple(each for each in helpers if each),
        actor=request.actor,
        at=clock.now(),
    )


def kept_files(request: PageRequest) -> tuple[int, ...]:
    """Files that came with a form, kept before anything else so that a refusal loses none. TooManyFiles."""
    files = request.FILES.getlist("files")
    if len(files) > MOST_FILES:
        raise TooManyFiles(most=MOST_FILES)
    kept = [
        store_file(
            content=cast(BinaryIO, file),
            filename=file.name or "",
            actor=request.actor,
            at=clock.now(),
        )
        for file in files
    ]
    return tuple(each.pk for each in kept)


def body_of(request: PageRequest) -> int:
    """The body for which the officer works on this page: the one named, or their first."""
    own = bodies_of(request.actor)
    named = whole_number(request.POST.get("co-quan") or request.GET.get("co-quan", ""))
    return named if named in own else own[0]


def asked(request: PageRequest) -> dict[str, Any]:
    """What a list is asked for: words, a state, and the key to go on from."""
    return {
        "words": request.GET.get("q", "")[:200],
        "before_id": whole_number(request.GET.get("truoc", "")),
    }


def older_url(request: PageRequest, rows: list[Any]) -> str:
    """The address of the next page, where there is one; `rows` are one more than a page has."""
    if len(rows) <= PAGE:
        return ""
    query = {name: value for name, value in request.GET.items() if name != "truoc"}
    return "?" + urlencode({**query, "truoc": rows[PAGE - 1].pk})


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
