"""The chain of hashes over the records, and its root for each day."""

from collections.abc import Iterator
from struct import Struct
from typing import ClassVar

from django.db import models

from nentang.kernel.personal_data import NO_PERSONAL_DATA, PersonalField

_ENTRY = Struct(">q32s")


class Seal(models.Model):
    """A batch of records sealed together.

    `entries` holds the id and the hash of each record in order. `previous` is the hash of the seal
    before; it is unique, so that the chain cannot fork.
    """

    sealed_at = models.DateTimeField()
    day = models.DateField()
    first_id = models.BigIntegerField()
    last_id = models.BigIntegerField()
    last_txid = models.BigIntegerField()
    count = models.IntegerField()
    entries = models.BinaryField()
    previous = models.CharField(max_length=64, unique=True)
    hash = models.CharField(max_length=64)

    PERSONAL_DATA: ClassVar[dict[str, PersonalField]] = NO_PERSONAL_DATA

    def sealed(self) -> Iterator[tuple[int, bytes]]:
        """Id and hash of each record, in the order of the chain."""
        yield from _ENTRY.iter_unpack(bytes(self.entries))

    @staticmethod
    def pack(entries: list[tuple[int, bytes]]) -> bytes:
        """Ids and hashes as `entries` holds them."""
        return b"".join(_ENTRY.pack(*entry) for entry in entries)


class DayRoot(models.Model):
    """The head of the chain when a legal day had ended; each root covers the root before.

    Printed or sent elsewhere, one root proves every record up to that day.
    """

    day = models.DateField(unique=True)
    seal = models.ForeignKey(Seal, on_delete=models.PROTECT, related_name="+")
    previous = models.CharField(max_length=64)
    hash = models.CharField(max_length=64)

    PERSONAL_DATA: ClassVar[dict[str, PersonalField]] = NO_PERSONAL_DATA
