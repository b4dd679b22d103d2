"""CSV, JSON lines, JSON and GeoJSON say the same rows, whatever their length."""

import io
import json
import tracemalloc
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nentang.foundation.registers.rules.json_pieces import LONGEST
from nentang.foundation.registers.rules.tables import Row, rows_in
from nentang.foundation.registers.rules.unreadable import TableUnreadable

LONG = "x" * 5000
WORDS = st.text(st.characters(codec="utf-8", exclude_characters="\x00"), max_size=12).map(str.strip)
SAID = st.fixed_dictionaries({"a": WORDS.filter(bool), "b": WORDS})


def rows(text: str) -> list[Row]:
    return list(rows_in(io.StringIO(text, newline=""), ["a", "b"], ["a"]))


def cells(text: str) -> list[dict[str, str]]:
    return [dict(row.cells) for row in rows(text)]


@given(st.lists(SAID, min_size=1, max_size=5), st.sampled_from([None, 1]))
def test_every_form_of_json_says_the_same(told: list[dict[str, str]], indent: int | None) -> None:
    features = [{"type": "Feature", "properties": each, "geometry": None} for each in told]
    collection = {"type": "FeatureCollection", "features": features}

    assert cells("\n".join(map(json.dumps, told))) == told
    assert cells(json.dumps(told, indent=indent)) == told
    assert cells(json.dumps(collection, indent=indent)) == told


def test_a_row_is_counted_as_people_count() -> None:
    assert [row.line for row in rows('{"a": 1}\n\n{"a": 2}\r\n')] == [1, 3]
    assert [row.line for row in rows('a,b\n"x\ny",1\n\nz,2\n')] == [3, 5]


@pytest.mark.parametrize(
    "text",
    [
        '{"a": 1}\n[2]\n',
        '{"a": 1}\n{"a": 2',
        '[{"a": 1}',
        '[{"a": 1}] x',
        '[{"a": 1} {"a": 2}]',
        '{"features": [{"properties": {"a": 1}}]}',
        '{"b": 1}\n',
        '{"a": ' + "9" * 5000 + "}\n",
        '{"a": "\\ud800"}\n',
        "[" * 5000,
        '{"a": ' + "[" * 100_000,
        "a\n" + "x" * (LONGEST + 1),
    ],
)
def test_what_is_no_table_is_refused(text: str) -> None:
    with pytest.raises(TableUnreadable):
        rows(text)


class Endless(io.TextIOBase):
    """A text of so many pieces that is nowhere whole."""

    def __init__(self, begin: str, piece: str, pieces: int, end: str) -> None:
        self._parts, self._again = (begin, piece, pieces, end), True
        self.seek(0)

    def _told(self) -> Iterator[str]:
        begin, piece, pieces, end = self._parts
        yield begin
        for _ in range(pieces):
            yield piece
        yield end

    def seek(self, place: int, whence: int = 0) -> int:
        self._rest, self._text = self._told(), ""
        return 0

    def read(self, size: int | None = -1) -> str:
        while len(self._text) < (size or 0) and (more := next(self._rest, "")):
            self._text += more
        given, self._text = self._text[:size], self._text[size:]
        return given

    def readline(self, size: int | None = -1) -> str:  # type: ignore[override] # as files have it
        if "\n" not in self._text:
            more = self.read(10_000)
            self._text = more + self._text
        cut = self._text.find("\n") + 1
        given, self._text = self._text[:cut], self._text[cut:]
        return given


@pytest.mark.parametrize(
    ("begin", "piece", "end"),
    [
        ("a,b\n", f"x,{LONG}\n", ""),
        ("\n", f'{{"a": "{LONG}"}}\n', ""),
        ('[{"a": 1}', f',{{"a": "{LONG}"}}', "]"),
        (
            '{"features": [{}',
            f',{{"properties": {{"a": "{LONG}"}}}}',
            '], "type": "FeatureCollection"}',
        ),
    ],
)
def test_a_long_table_is_never_whole_in_memory(begin: str, piece: str, end: str) -> None:
    text = Endless(begin, piece, 10_000, end)
    tracemalloc.start()
    count = sum(1 for _row in rows_in(text, ["a"], []))
    _now, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert count >= 10_000
    assert most < 10_000 * len(piece) / 4
