"""`python -m benchmarks.charts`: draws what `results.json` holds as SVG beside the sizing page."""

from collections.abc import Iterator, Mapping, Sequence
from html import escape
from math import log10
from pathlib import Path

from benchmarks.results import read

FOLDER = Path(__file__).parents[1] / "docs/explanation/charts"
WIDTH, HEIGHT, LEFT, RIGHT, TOP, BOTTOM = 640, 320, 60, 44, 44, 44
COLOURS = ("#1a56a0", "#b3261e", "#2e7d32")
Points = Sequence[tuple[float, float]]


class Chart:
    """Lines over an axis drawn by its logarithm; `labels` says which values on it are named, `top` ends the other."""

    def __init__(self, title: str, *, axes: str, top: float, labels: Mapping[float, str]) -> None:
        self._title, self._axes, self._top, self._labels = title, axes, top, labels

    def _x(self, value: float) -> float:
        first, last = log10(min(self._labels)), log10(max(self._labels))
        return LEFT + (log10(value) - first) / (last - first) * (WIDTH - LEFT - RIGHT)

    def _y(self, value: float) -> float:
        return TOP + (1 - min(value, self._top) / self._top) * (HEIGHT - TOP - BOTTOM)

    def draw(self, lines: Mapping[str, Points]) -> str:
        """The chart as SVG."""
        return "\n".join([*self._frame(), *self._lines(lines), "</svg>\n"])

    def _frame(self) -> Iterator[str]:
        title = escape(self._title)
        yield (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" role="img"'
            f' font-family="sans-serif" font-size="12"><title>{title}</title>'
        )
        yield f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#fff"/>'
        yield _text(LEFT, 18, self._title, 'font-size="14"')
        for value in (self._top * step / 4 for step in range(5)):
            yield f'<path d="M{LEFT} {self._y(value):.0f}H{WIDTH - RIGHT}" stroke="#ddd"/>'
            yield _text(LEFT - 6, self._y(value) + 4, f"{value:g}", 'text-anchor="end"')
        for value, label in self._labels.items():
            yield _text(self._x(value), HEIGHT - 24, label, 'text-anchor="middle"')
        yield _text(WIDTH - RIGHT, HEIGHT - 8, self._axes, 'text-anchor="end"')

    def _lines(self, lines: Mapping[str, Points]) -> Iterator[str]:
        for number, (name, points) in enumerate(lines.items()):
            colour = COLOURS[number % len(COLOURS)]
            path = " ".join(f"{self._x(x):.1f},{self._y(y):.1f}" for x, y in points)
            yield f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="2"/>'
            yield _text(LEFT + 10 + number * 190, 36, f"— {name}", f'fill="{colour}"')


def _text(x: float, y: float, text: str, how: str) -> str:
    return f'<text x="{x:.0f}" y="{y:.0f}" {how}>{escape(text)}</text>'


def rows() -> str:
    """Rows against rate, on both databases."""
    names = {"PostgreSQL": "million_postgresql", "SQLite": "million_sqlite"}
    kept = {name: read()[key] for name, key in names.items() if key in read()}
    chart = Chart(
        "Lifecycle at so many dossiers, of the rate in an empty base",
        axes="dossiers; 1 is the empty base",
        top=2,
        labels={100_000: "100,000", 300_000: "300,000", 1_000_000: "1,000,000"},
    )
    return chart.draw(
        {
            name: [(row["dossiers"], row["ratio"]) for row in found if row["dossiers"]]
            for name, found in kept.items()
        }
    )


def people() -> str:
    """People against the time of a page."""
    found = read()["pages_1000k_pause_2"]
    highest = max(row["all"]["p95"] for row in found)
    chart = Chart(
        "Milliseconds of a page, by people at once",
        axes="people, each two seconds a page; ms",
        top=100 * (highest // 100 + 1),
        labels={row["users"]: str(row["users"]) for row in found},
    )
    return chart.draw(
        {name: [(row["users"], row["all"][name]) for row in found] for name in ("p50", "p95")}
    )


def main() -> None:
    FOLDER.mkdir(exist_ok=True)
    for name, chart in (("rows", rows()), ("people", people())):
        (FOLDER / f"{name}.svg").write_text(chart, "utf-8")


if __name__ == "__main__":
    main()
