"""`python -m benchmarks.charts`: draws what `results.json` holds as SVG beside the sizing page."""

from collections.abc import Mapping, Sequence
from html import escape
from math import log10
from pathlib import Path

from benchmarks.results import read

FOLDER = Path(__file__).parents[1] / "docs/explanation/charts"
WIDTH, HEIGHT, LEFT, RIGHT, TOP, BOTTOM = 640, 320, 60, 20, 44, 44
COLOURS = ("#1a56a0", "#b3261e", "#2e7d32")
Points = Sequence[tuple[float, float]]


def draw(
    title: str,
    lines: Mapping[str, Points],
    *,
    across: str,
    up: str,
    top: float,
    labels: Mapping[float, str],
) -> str:
    """A chart of lines; what lies across is drawn by its logarithm, `labels` says which values are named."""
    first, last = log10(min(labels)), log10(max(labels))

    def x(value: float) -> float:
        return LEFT + (log10(value) - first) / (last - first) * (WIDTH - LEFT - RIGHT)

    def y(value: float) -> float:
        return TOP + (1 - min(value, top) / top) * (HEIGHT - TOP - BOTTOM)

    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" role="img"'
        f' font-family="sans-serif" font-size="12"><title>{escape(title)}</title>',
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#fff"/>',
        f'<text x="{LEFT}" y="18" font-size="14">{escape(title)}</text>',
    ]
    for step in range(5):
        value = top * step / 4
        parts.append(
            f'<path d="M{LEFT} {y(value):.0f}H{WIDTH - RIGHT}" stroke="#ddd"/>'
            f'<text x="{LEFT - 6}" y="{y(value) + 4:.0f}" text-anchor="end">{value:g}</text>'
        )
    for value, label in labels.items():
        parts.append(
            f'<text x="{x(value):.0f}" y="{HEIGHT - 24}" text-anchor="middle">{escape(label)}</text>'
        )
    for number, (name, points) in enumerate(lines.items()):
        colour = COLOURS[number % len(COLOURS)]
        path = " ".join(f"{x(across_):.1f},{y(up_):.1f}" for across_, up_ in points)
        parts.append(
            f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="2"/>'
            f'<text x="{LEFT + 10 + number * 190}" y="36" fill="{colour}">— {escape(name)}</text>'
        )
    parts.append(
        f'<text x="{WIDTH - RIGHT}" y="{HEIGHT - 8}" text-anchor="end">{escape(across)}; {escape(up)}</text></svg>'
    )
    return "\n".join(parts) + "\n"


def main() -> None:
    results = read()
    FOLDER.mkdir(exist_ok=True)
    (FOLDER / "rows.svg").write_text(
        draw(
            "Lifecycle at so many dossiers, of the rate in an empty base",
            {
                name: [(row["dossiers"], row["ratio"]) for row in results[key] if row["dossiers"]]
                for name, key in (
                    ("PostgreSQL", "million_postgresql"),
                    ("SQLite", "million_sqlite"),
                )
                if key in results
            },
            across="dossiers",
            up="1 is the empty base",
            top=2,
            labels={100_000: "100,000", 300_000: "300,000", 1_000_000: "1,000,000"},
        ),
        "utf-8",
    )
    (FOLDER / "people.svg").write_text(
        draw(
            "Milliseconds of a page, by people at once",
            {
                percentile: [(row["users"], row["all"][percentile]) for row in results[key]]
                for percentile in ("p50", "p95")
                for key in ("pages_1000k_pause_2",)
                if key in results
            },
            across="people, each two seconds a page",
            up="ms",
            top=_round_up(
                max(row["all"]["p95"] for row in results.get("pages_1000k_pause_2", [])), 100
            ),
            labels={1: "1", 4: "4", 16: "16", 32: "32", 64: "64"},
        ),
        "utf-8",
    )


def _round_up(value: float, step: int) -> int:
    return step * (int(value) // step + 1)


if __name__ == "__main__":
    main()
