"""What was counted, packed for keeping, and unpacked as an edition."""

import zlib
from collections.abc import Iterable

import msgspec

from nentang.kernel.frozen import Frozen
from nentang.measure.open_data.models import Release, ReleaseCounts
from nentang.measure.open_data.rules.tables import Axis, Edition, edition_of


class _Packed(Frozen):
    axes: tuple[Axis, ...]
    leaves: tuple[tuple[tuple[str, ...], int], ...]
    hidden: tuple[tuple[str, ...], ...]


def pack(edition: Edition) -> bytes:
    """The edition as bytes."""
    packed = _Packed(edition.axes, tuple(edition.leaves.items()), tuple(sorted(edition.hidden)))
    return zlib.compress(msgspec.json.encode(packed))


def editions_of(releases: Iterable[Release]) -> list[Edition]:
    """The editions of versions, in their order."""
    listed = list(releases)
    kept = dict(
        ReleaseCounts.objects.filter(release__in=listed).values_list("release_id", "content")
    )
    return [_unpack(bytes(kept[each.pk]), each.smallest) for each in listed]


def _unpack(content: bytes, smallest: int) -> Edition:
    packed = msgspec.json.decode(zlib.decompress(content), type=_Packed)
    return edition_of(packed.axes, dict(packed.leaves), smallest, frozenset(packed.hidden))
