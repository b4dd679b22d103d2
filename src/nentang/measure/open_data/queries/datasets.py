"""Datasets with what was declared of them."""

from collections.abc import Collection
from datetime import date

from django.db.models import OuterRef, QuerySet, Subquery
from django.utils.translation import override

from nentang.foundation.registers.public import registers
from nentang.kernel.frozen import Frozen
from nentang.kernel.text import matches
from nentang.measure.open_data.enums import Classification, Kind, ReleaseState
from nentang.measure.open_data.errors import DatasetNotFound
from nentang.measure.open_data.models import Dataset, Release
from nentang.measure.open_data.registry import (
    Declaration,
    Division,
    StatisticSource,
    Words,
    declared,
)

GROUP = Division("group", ("Nhóm", "Group"), Kind.CATEGORY)
THEME = "SOCI"


class Listed(Frozen):
    """A dataset in a list: what it is, whose, and its latest version (0 where there is none)."""

    dataset: Dataset
    declaration: Declaration
    number: int


def declarations() -> dict[str, Declaration]:
    """Everything that may be opened: what was declared, and each count of each register."""
    found = declared()
    for register in registers():
        for each in register.statistics:
            code = each.name.replace("_", "-")
            title, of = _both(each.title), _both(register.title)
            found[code] = Declaration(
                code=code,
                title=title,
                text=(f"{title[0]}. Nguồn: {of[0]}.", f"{title[1]}. Source: {of[1]}."),
                theme=THEME,
                divisions=(GROUP,),
                source=StatisticSource(register.name, each.name),
                counted=("Số", "Number"),
                keywords=(of,),
            )
    return found


def declaration_of(code: str) -> Declaration:
    """What was declared under that code; DatasetNotFound."""
    found = declarations().get(code)
    if found is None:
        raise DatasetNotFound
    return found


def dataset_named(code: str) -> Dataset:
    """The dataset that a body has taken on; DatasetNotFound. Asks no permission."""
    try:
        return Dataset.objects.select_related("owner").get(code=code)
    except Dataset.DoesNotExist:
        raise DatasetNotFound from None


def datasets(owners: Collection[int] | None = None) -> list[Listed]:
    """Those that bodies have taken on (all bodies, where none is named), by code. One query."""
    found = _with_number().order_by("code")
    if owners is not None:
        found = found.filter(owner__in=owners)
    known = declarations()
    return [
        Listed(each, known[each.code], each.latest_number or 0)  # type: ignore[attr-defined]
        for each in found
        if each.code in known
    ]


def search_datasets(words: str = "", theme: str = "") -> list[Listed]:
    """Open datasets with a version, whose words begin so, marks aside."""
    return [
        each
        for each in datasets()
        if each.number
        and each.dataset.classification == Classification.OPEN
        and theme in ("", each.declaration.theme)
        and matches(words, _said(each))
    ]


def not_taken_on() -> list[Declaration]:
    """What no body has taken on yet."""
    taken = set(Dataset.objects.values_list("code", flat=True))
    return [each for code, each in sorted(declarations().items()) if code not in taken]


def overdue(today: date, limit: int) -> list[Dataset]:
    """Open datasets whose next version is not there, and whose owner was not told of that day yet."""
    late = Dataset.objects.filter(next_on__lt=today, classification=Classification.OPEN)
    return list(late.filter(told_on=None).select_related("owner").order_by("pk")[:limit])


def _said(listed: Listed) -> str:
    declaration = listed.declaration
    words = [*declaration.title, *declaration.text, listed.dataset.owner.name, declaration.code]
    return " ".join([*words, *(word for both in declaration.keywords for word in both)])


def _with_number() -> QuerySet[Dataset]:
    latest = Release.objects.filter(dataset=OuterRef("pk"), state=ReleaseState.PUBLISHED)
    number = latest.order_by("-number").values("number")[:1]
    return Dataset.objects.select_related("owner").annotate(latest_number=Subquery(number))


def _both(text: object) -> Words:
    with override("vi"):
        said = str(text)
    with override("en"):
        return said, str(text)
