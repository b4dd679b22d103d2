"""Where the Parquet files stand: `kind=<kind>/year=YYYY/month=MM/part-<first>-<last>.parquet`.

`first` and `last` are numbers of export batches. A compacted file covers the batches of the files
it was made of; where both stand, as after a crash, the wider one counts.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

Span = tuple[int, int]
EVER = 99_999_999


def part_path(folder: Path, kind: str, day: date, span: Span) -> Path:
    """The file of that kind and month for those batches."""
    month = folder / f"kind={kind}" / f"year={day:%Y}" / f"month={day:%m}"
    return month / f"part-{span[0]:08d}-{span[1]:08d}.parquet"


def months(folder: Path) -> Iterator[Path]:
    """The folder of each kind and month."""
    yield from sorted(folder.glob("kind=*/year=*/month=*"))


def parts_of_month(month: Path) -> list[Path]:
    """The files of one month that count, earliest batch first."""
    parts = sorted(month.glob("part-*.parquet"))
    spans = [span(part) for part in parts]
    return [part for part in parts if not _is_covered(span(part), spans)]


def parts(folder: Path, kind: str, *, since: int = 0, upto: int = EVER) -> list[Path]:
    """The files of a kind that count, of the batches after `since` up to `upto`."""
    found = sorted((folder / f"kind={kind}").glob("year=*/month=*"))
    counted = [part for month in found for part in parts_of_month(month)]
    return [part for part in counted if since < span(part)[0] and span(part)[1] <= upto]


def is_divided_after(folder: Path, batch: int) -> bool:
    """Whether no file that counts holds facts of that batch or earlier beside later ones."""
    counted = [part for month in months(folder) for part in parts_of_month(month)]
    return not any(first <= batch < last for first, last in map(span, counted))


def span(part: Path) -> Span:
    """The batches in a file."""
    _, first, last = part.stem.split("-")
    return int(first), int(last)


def _is_covered(one: Span, others: Iterable[Span]) -> bool:
    return any(o != one and o[0] <= one[0] and one[1] <= o[1] for o in others)
