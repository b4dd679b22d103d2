"""Finding places by what people type."""

from datetime import date
from functools import reduce
from operator import add, and_

from django.db.models import Case, IntegerField, Q, Value, When
from django.db.models.expressions import Combinable

from nentang.foundation.organizations.enums import UnitLevel
from nentang.foundation.organizations.models import Unit, UnitQuerySet
from nentang.foundation.organizations.rules import search_words
from nentang.kernel.text import sort_key

from .units import UnitInfo, standing_units, unit_info, unit_infos, within_unit


def search_units(
    text: str, on: date, *, level: UnitLevel | str | None = None, within: str = "", limit: int = 20
) -> tuple[UnitInfo, ...]:
    """Places on that day whose words begin with the words typed, or with that code; best first.

    Marks and case do not count, short forms (TP., TX.) are known, names of what a place lies in help
    (`yên hoà yên mô`). Where nothing fits, the names that sound nearest are offered.
    """
    words = search_words(text)
    if not words:
        return ()
    found = within_unit(standing_units(on), within)
    if level:
        found = found.filter(level=level)
    return _fitting(found, text, limit) or _sounding(found, words, limit)


def search_former_units(text: str, on: date, *, limit: int = 5) -> tuple[UnitInfo, ...]:
    """Places that fit but do not exist on that day; see `candidates` for where they lie then."""
    if not search_words(text):
        return ()
    elsewhen = Unit.objects.exclude(pk__in=Unit.objects.on(on)).select_related("parent")
    return _fitting(elsewhen, text, limit)


def _fitting(units: UnitQuerySet, text: str, limit: int) -> tuple[UnitInfo, ...]:
    """All words fit: the name typed whole, then names having most of the words; larger units first."""
    words = search_words(text)
    fits = reduce(and_, (Q(folded_place__contains=f" {word}") for word in words))
    found = units.filter(fits | Q(code=text.strip()))
    return unit_infos(
        found.order_by(
            _rank(words), _words_missing(words), _misspelt(text), _size(), "sort_name", "code"
        )[:limit]
    )


def _rank(words: list[str]) -> Case:
    """0 the full name, 1 the name without its kind, 2 the beginning of the place, 3 anything else."""
    phrase = " " + " ".join(words)
    return _cases(
        Q(folded=f"{phrase} "), Q(folded__endswith=f"{phrase} "), Q(folded_place__startswith=phrase)
    )


def _words_missing(words: list[str]) -> Combinable:
    """How far the unit's own name is from having all words: 0 a word, 1 a beginning, 2 neither."""
    return reduce(
        add, (_cases(Q(folded__contains=f" {w} "), Q(folded__contains=f" {w}")) for w in words)
    )


def _misspelt(text: str) -> Case:
    """0 where the marks typed are those of the name, with or without its kind: Yên Hòa before Yên Hoa."""
    syllables = text.split()
    return _cases(Q(sort_name__in=[sort_key(" ".join(syllables[start:])) for start in range(3)]))


def _size() -> Case:
    return _cases(Q(level=UnitLevel.PROVINCE), Q(level=UnitLevel.DISTRICT))


def _cases(*conditions: Q) -> Case:
    """The place of the first condition that holds, else their number."""
    return Case(
        *(When(condition, then=Value(place)) for place, condition in enumerate(conditions)),
        default=Value(len(conditions)),
        output_field=IntegerField(),
    )


def _sounding(units: UnitQuerySet, words: list[str], limit: int) -> tuple[UnitInfo, ...]:
    """The places nearest to what was typed, a few letters wrong; codes have none near."""
    if all(word.isdigit() for word in words):
        return ()
    names = dict(units.values_list("pk", "folded_place"))
    from rapidfuzz import fuzz, process  # noqa: PLC0415 - heavy

    near = process.extract(
        " ".join(words), names, scorer=fuzz.partial_ratio, score_cutoff=80, limit=limit
    )
    by_id = units.in_bulk([pk for _, _, pk in near])
    return tuple(unit_info(by_id[pk]) for _, _, pk in near)
