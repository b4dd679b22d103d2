"""What holds for a procedure on a day: what its office published, or else what the law files say."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date, datetime
from functools import lru_cache

from msgspec.structs import replace

from nentang.government.catalogue.adapters.law_files import bundle_in_files, bundles_in_files
from nentang.government.catalogue.errors import ProcedureNotFound
from nentang.government.catalogue.models import BundleVersion
from nentang.government.catalogue.rules.bundle import Bundle, parse_bundle
from nentang.government.catalogue.rules.catalogue import best_for, in_order
from nentang.kernel.clock import legal_day
from nentang.kernel.frozen import Frozen
from nentang.kernel.periods import Period

Start = tuple[date, int, str]
MOST_KEPT = 512
MOST_PUBLICATIONS = 5_000


class Publication(Frozen):
    """A version of a procedure that an office published, and from when it holds."""

    procedure: str
    valid_from: date
    published_at: datetime

    @property
    def is_in_time(self) -> bool:
        """Whether it was public no later than the day it began to hold."""
        return legal_day(self.published_at) <= self.valid_from


def bundle_on(code: str, on: date) -> Bundle:
    """What holds for that procedure on that day; ProcedureNotFound where nothing does."""
    found = _holding(bundle_in_files(code, on), _starts_of(code)[code], on)
    if found is None:
        raise ProcedureNotFound(procedure=code)
    return found


def bundles_on(on: date) -> list[Bundle]:
    """What holds on that day, of every procedure: whole ones first, then by name."""
    starts = _starts_of()
    files = {each.code: each for each in bundles_in_files(on)}
    found = (_holding(files.get(code), starts[code], on) for code in {*files, *starts})
    return in_order(filter(None, found))


def search(words: str, on: date) -> list[Bundle]:
    """Procedures that answer to words as people say them, best first; marks and slips forgiven."""
    return best_for(words, bundles_on(on))


@lru_cache(maxsize=MOST_KEPT)
def bundle_of_digest(digest: str) -> Bundle:
    """The bundle kept under that digest, which names one text for ever: what was parsed once stays right."""
    return parse_bundle(BundleVersion.objects.values_list("source", flat=True).get(digest=digest))


def publications(since: date, until: date) -> list[Publication]:
    """What offices published that begins to hold from `since` to `until`, both included; one query."""
    found = BundleVersion.objects.filter(
        organization__isnull=False, valid_from__gte=since, valid_from__lte=until
    )
    named = found.order_by("valid_from", "pk").values_list(
        "procedure", "valid_from", "published_at"
    )
    return [Publication(*each) for each in named[:MOST_PUBLICATIONS]]


def _starts_of(code: str | None = None) -> defaultdict[str, list[Start]]:
    """By procedure, when what offices published begins, earliest first; one query."""
    rows = BundleVersion.objects.filter(organization__isnull=False)
    rows = rows.filter(procedure=code) if code is not None else rows
    found: defaultdict[str, list[Start]] = defaultdict(list)
    for procedure, day, pk, digest in rows.order_by("valid_from", "pk").values_list(
        "procedure", "valid_from", "pk", "digest"
    ):
        found[procedure].append((day, pk, digest))
    return found


def _holding(in_file: Bundle | None, starts: Sequence[Start], on: date) -> Bundle | None:
    """Of both, what began last on or before the day; what an office published wins a tie."""
    begun = [start for start in starts if start[0] <= on]
    next_start = min((start[0] for start in starts if start[0] > on), default=None)
    if begun and (in_file is None or begun[-1][0] >= in_file.valid_from):
        return _until(bundle_of_digest(begun[-1][2]), next_start)
    return in_file and _until(in_file, next_start)


def _until(bundle: Bundle, day: date | None) -> Bundle:
    """The bundle, ending on that day if it does not end before."""
    period = bundle.rule.period
    if day is None or (period.valid_to and period.valid_to <= day):
        return bundle
    until = Period(period.valid_from, day)
    fees = replace(bundle.fees, period=until) if bundle.fees else None
    return replace(bundle, rule=replace(bundle.rule, period=until), fees=fees)
