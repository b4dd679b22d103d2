"""What changed between two versions, row by row."""

from collections.abc import Iterator

from nentang.kernel.frozen import Frozen

from .published import Published, Row

Key = tuple[object, ...]


class Change(Frozen):
    """A row that was added (no `before`), removed (no `after`) or says something else."""

    key: Key
    before: Row | None
    after: Row | None

    @property
    def what(self) -> str:
        """`added`, `removed` or `changed`."""
        if self.before is None:
            return "added"
        return "removed" if self.after is None else "changed"


class Tally(Frozen):
    """How many rows of each."""

    added: int = 0
    removed: int = 0
    changed: int = 0
    same: int = 0


def changes_between(before: Published, after: Published) -> list[Change]:
    """Every row that differs, by key: in order of the later version, removed ones last."""
    old, new = _by_key(before), _by_key(after)
    found = [Change(key, old.get(key), row) for key, row in new.items() if old.get(key) != row]
    return found + [Change(key, row, None) for key, row in old.items() if key not in new]


def tally(before: Published, after: Published) -> Tally:
    """The changes counted."""
    found = [each.what for each in changes_between(before, after)]
    added, removed, changed = (found.count(each) for each in ("added", "removed", "changed"))
    return Tally(added, removed, changed, len(after.rows) - added - changed)


def _by_key(table: Published) -> dict[Key, Row]:
    return dict(_keyed(table))


def _keyed(table: Published) -> Iterator[tuple[Key, Row]]:
    places = table.key_places()
    for row in table.rows:
        yield tuple(row[i] for i in places), row
