"""What has to be written so that kept values become computed ones."""

from collections.abc import Iterable, Mapping

from nentang.kernel.frozen import Frozen

from .years import Key, Year

Years = Mapping[Key, Year]


class Differences(Frozen):
    """Values to write, which of them stand in place of others, and keys of values that are no longer computed."""

    written: dict[Key, Year]
    replaced: list[Key]
    gone: list[Key]

    @property
    def count(self) -> int:
        """How many values are touched."""
        return len(self.written) + len(self.gone)


def differences(kept: Years, computed: Years) -> Differences:
    """Compare what is kept with all that was computed."""
    changes = _changed(kept, computed)
    return Differences(changes, _both(changes, kept), [key for key in kept if key not in computed])


def additions(kept: Years, more: Years) -> Differences:
    """What is kept with what came on top of it; a value that only stays as it is is left alone."""
    whole = {key: kept[key].with_more(year) if key in kept else year for key, year in more.items()}
    changes = _changed(kept, whole)
    return Differences(changes, _both(changes, kept), [])


def sum_of(changes: Iterable[Differences]) -> Differences:
    """All of them, of different indicators."""
    whole = Differences({}, [], [])
    for each in changes:
        whole.written.update(each.written)
        whole.replaced.extend(each.replaced)
        whole.gone.extend(each.gone)
    return whole


def _changed(kept: Years, now: Years) -> dict[Key, Year]:
    return {key: year for key, year in now.items() if kept.get(key) != year}


def _both(changes: Years, kept: Years) -> list[Key]:
    return [key for key in changes if key in kept]
