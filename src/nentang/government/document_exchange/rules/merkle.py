"""One number for all messages of a day, so that two sides see at once whether they have the same.

Messages are put into 256 buckets by the first byte of their names; each bucket is a hash tree over its sorted
names (RFC 6962: leaves and nodes are hashed under different prefixes, so that neither passes for the
other), and the day's root is the tree over the buckets. Who differs compares buckets, then the names in those
that differ.
"""

import hashlib
from collections.abc import Iterable, Sequence

BUCKETS = 256


def root_of(names: Iterable[str]) -> str:
    """The root over messages named by the SHA-256 (hexadecimal) of their bytes."""
    return root_of_buckets(buckets_of(names))


def buckets_of(names: Iterable[str]) -> tuple[str, ...]:
    """The roots of the 256 buckets."""
    sorted_in: list[list[bytes]] = [[] for _ in range(BUCKETS)]
    for name in sorted(set(names)):
        raw = bytes.fromhex(name)
        sorted_in[raw[0]].append(hashlib.sha256(b"\x00" + raw).digest())
    return tuple(_tree(leaves).hex() for leaves in sorted_in)


def root_of_buckets(buckets: Sequence[str]) -> str:
    """The day's root."""
    return _tree([hashlib.sha256(b"\x00" + bytes.fromhex(each)).digest() for each in buckets]).hex()


def differing(ours: Sequence[str], theirs: Sequence[str]) -> tuple[int, ...]:
    """The numbers of the buckets that differ."""
    return tuple(n for n, (a, b) in enumerate(zip(ours, theirs, strict=True)) if a != b)


def _tree(level: Sequence[bytes]) -> bytes:
    """The hash over leaves already hashed; an odd one moves up as it is, as in RFC 6962."""
    if not level:
        return hashlib.sha256().digest()
    while len(level) > 1:
        pairs = zip(level[::2], level[1::2], strict=False)
        joined = [hashlib.sha256(b"\x01" + left + right).digest() for left, right in pairs]
        level = [*joined, level[-1]] if len(level) % 2 else joined
    return level[0]
