"""What was typed, as a book keeps it."""

from collections.abc import Mapping

from django.utils.translation import gettext as _

from nentang.government.civil_status.errors import EntryUnreadable
from nentang.government.civil_status.models import CivilFacts
from nentang.government.civil_status.registry import BOOKS, Book, BookField


def facts_from(kind: str, typed: Mapping[str, str]) -> CivilFacts:
    """What the entry will say; EntryUnreadable names the first column that is wrong."""
    return facts_of_values(BOOKS[kind], values_from(kind, typed))


def values_from(kind: str, typed: Mapping[str, str]) -> dict[str, str]:
    """The values as they are kept, by column; EntryUnreadable."""
    return {
        field.name: read_value(field, typed.get(field.name, "")) for field in BOOKS[kind].fields
    }


def facts_of_values(book: Book, values: Mapping[str, str]) -> CivilFacts:
    """A version, not saved, with those values."""
    return book.facts(**values)


def read_value(field: BookField, text: str) -> str:
    """One value as it is kept; EntryUnreadable."""
    if not text.strip():
        if field.is_required:
            raise EntryUnreadable(column=field.title, rule=_("không được để trống"))
        return ""
    try:
        return field.way.read(text)
    except ValueError:
        raise EntryUnreadable(column=field.title, rule=field.way.rule) from None
