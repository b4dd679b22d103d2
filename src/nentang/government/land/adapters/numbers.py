"""Numbers of parcels and serials of certificates that nobody else has."""

import re
from collections.abc import Sequence

from django.db import IntegrityError, transaction
from django.db.models import Max

from nentang.government.land.errors import SerialInvalid, SerialTaken
from nentang.government.land.models import Parcel, Serial, SheetCounter

_SERIAL = re.compile(r"[A-Z]{2} ?(\d{6}|\d{8})", re.ASCII)
OWN = "NT"
"""Letters of serials that the platform draws where no printed sheet says one."""


def next_numbers(unit_code: str, sheet: int, count: int) -> list[int]:
    """That many new numbers of the sheet; who asks at the same time waits, and gets others."""
    counter = _counter(unit_code, sheet)
    counter.last += count
    counter.save(update_fields=["last"])
    return list(range(counter.last - count + 1, counter.last + 1))


def note_number(unit_code: str, sheet: int, number: int) -> None:
    """A number that was given elsewhere is not given again."""
    counter = _counter(unit_code, sheet)
    if number > counter.last:
        counter.last = number
        counter.save(update_fields=["last"])


def _counter(unit_code: str, sheet: int) -> SheetCounter:
    """Locked until the transaction ends, and no lower than what stands on the sheet."""
    SheetCounter.objects.get_or_create(unit_code=unit_code, sheet=sheet)
    counter = SheetCounter.objects.select_for_update().get(unit_code=unit_code, sheet=sheet)
    known = Parcel.objects.filter(unit_code=unit_code, sheet=sheet).aggregate(n=Max("number"))
    counter.last = max(counter.last, known["n"] or 0)
    return counter


def read_serial(text: str) -> str:
    """`BC 123456`; SerialInvalid."""
    serial = " ".join(text.upper().split())
    if not _SERIAL.fullmatch(serial):
        raise SerialInvalid
    return serial if " " in serial else f"{serial[:2]} {serial[2:]}"


def claim_serials(serials: Sequence[str]) -> None:
    """They are used from now on; SerialTaken where one is already."""
    try:
        with transaction.atomic():
            Serial.objects.bulk_create(Serial(serial=each) for each in serials)
    except IntegrityError as error:
        raise SerialTaken from error


def drawn_serials(count: int) -> list[str]:
    """That many serials of the platform's own."""
    return [f"{OWN} {number:08d}" for number in next_numbers(OWN, 0, count)]
