"""What the catalogue tells about bodies: procedures made public in full and in time, decided on the spot."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date, datetime, time

from django.db.models import Count, F, Q
from django.urls import reverse

from nentang.government.catalogue.public import Bundle, bundles_on, publications
from nentang.government.services.registry import Evidence, EvidenceRow, Span
from nentang.government.services.rules.assessment import Tally
from nentang.government.services.rules.published import PARTS, parts_public
from nentang.kernel.clock import at_local, legal_day

from .decided import decided_dossiers

NAMES = ("at_once", "published", "published_in_time", "higher_level")
Counts = dict[str, tuple[int, int]]


def tallies(levels: Mapping[int, str], span: Span) -> dict[str, dict[int, Tally]]:
    """Each evidence of procedures by body; three queries, whatever their number."""
    at_once = {body: _quick(counts) for body, counts in _at_once(levels, span).items()}
    catalogue = _catalogue(span)
    found: dict[str, dict[int, Tally]] = {"at_once": at_once}
    for name in NAMES[1:]:
        rows_of = catalogue[name]
        by_level = {level: _tally(rows_of.get(level, ())) for level in {*levels.values()}}
        found[name] = {body: by_level[level] for body, level in levels.items()}
    return found


def rows(
    name: str, body: int, level: str, span: Span, *, after: int, limit: int
) -> list[EvidenceRow]:
    """The procedures behind that evidence, those with the fewest points first, `after` so many."""
    found = _quick_rows(body, span) if name == "at_once" else _catalogue(span)[name].get(level, [])
    ordered = sorted(found, key=lambda row: (row.points / row.most, row.code))
    return ordered[after : after + limit]


def _catalogue(span: Span) -> dict[str, dict[str, list[EvidenceRow]]]:
    """By name and by the level that receives: what each procedure gives, as it held last; two queries."""
    last = legal_day(min(span.until, span.at))
    bundles = {each.code: each for each in bundles_on(last)}
    found: dict[str, dict[str, list[EvidenceRow]]] = {name: defaultdict(list) for name in NAMES}
    for each in bundles.values():
        level = each.procedure.receives
        full = _row(each, parts_public(each), len(PARTS), each.valid_from)
        found["published"][level].append(full)
        found["higher_level"][level].append(_row(each, _is_high(each), 1, each.valid_from))
    for new in publications(legal_day(span.since), last):
        if bundle := bundles.get(new.procedure):
            row = _row(bundle, int(new.is_in_time), 1, legal_day(new.published_at))
            found["published_in_time"][bundle.procedure.receives].append(row)
    return found


def _is_high(bundle: Bundle) -> int:
    """1 for level 3 or 4, or whatever may be done online at all."""
    subject = bundle.procedure
    return int((subject.service_level or 0) >= 3 or bool(subject.service_mode))


def _row(bundle: Bundle, points: int, most: int, day: date | None) -> EvidenceRow:
    return EvidenceRow(
        code=bundle.code,
        title=bundle.procedure.name.vi,
        url=reverse("services:procedure", args=[bundle.code]),
        happened_at=_midnight(day) if day else None,
        points=points,
        most=most,
        is_public=True,
    )


def _midnight(day: date) -> datetime:
    return at_local(day, time())


def _tally(found: Iterable[EvidenceRow]) -> Tally:
    shares = [row.points / row.most for row in found]
    return Tally(sum(shares), len(shares))


def _quick(counts: Counts) -> Tally:
    return Tally(sum(number == quick for number, quick in counts.values()), len(counts))


def _quick_rows(body: int, span: Span) -> list[EvidenceRow]:
    names = {each.code: each for each in bundles_on(legal_day(min(span.until, span.at)))}
    return [
        _row(names[code], int(number == quick), 1, None)
        for code, (number, quick) in _at_once({body: ""}, span)[body].items()
        if code in names
    ]


def _at_once(levels: Mapping[int, str], span: Span) -> dict[int, Counts]:
    """By body and procedure: dossiers decided, and those of them on the day they came."""
    found = decided_dossiers(list(levels), since=span.since, until=span.until)
    counted: dict[int, Counts] = defaultdict(dict)
    same_day = Count("pk", filter=Q(day_decided=F("day_received")))
    for body, code, number, quick in found.values_list("organization_id", "procedure").annotate(
        number=Count("pk"), quick=same_day
    ):
        counted[body][code] = (number, quick)
    return counted


EVIDENCE = Evidence(NAMES, tallies, rows)
