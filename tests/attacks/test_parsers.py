"""No parser of foreign bytes fails otherwise than by its own refusal, and what it takes can be kept."""

import random

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from .parsers import CORPUS, PARSERS

PIECES = (
    b"",
    b"\x00",
    b"\xff\xfe",
    b'"\\ud800"',
    b"\\u0000",
    b"9" * 5000,
    b"[" * 3000,
    b"0001/01/01",
    b"!!int ''",
)


def seeds_of(name: str) -> list[bytes]:
    """What stands in the corpus for that parser."""
    return [file.read_bytes() for file in sorted((CORPUS / name).iterdir())]


@pytest.mark.parametrize("name", sorted(PARSERS))
def test_every_parser_has_a_corpus_and_takes_or_refuses_all_of_it(name: str) -> None:
    seeds = seeds_of(name)

    assert seeds
    for seed in seeds:
        PARSERS[name](seed)


@pytest.mark.parametrize("name", sorted(PARSERS))
def test_whatever_comes_is_taken_or_refused(name: str) -> None:
    @given(st.binary(max_size=2000))
    @example(b"")
    def anything(content: bytes) -> None:
        PARSERS[name](content)

    anything()


@pytest.mark.parametrize("name", sorted(PARSERS))
def test_what_nearly_is_one_is_taken_or_refused(name: str) -> None:
    seeds = seeds_of(name)

    @given(st.sampled_from(seeds), st.integers(0, 2**64), st.integers(1, 8))
    def nearly(seed: bytes, dice: int, changes: int) -> None:
        PARSERS[name](_changed(seed, random.Random(dice), changes))

    nearly()


def _changed(seed: bytes, dice: random.Random, changes: int) -> bytes:
    """Bits turned, pieces cut, doubled and put in."""
    content = bytearray(seed)
    for _change in range(changes):
        at, length = dice.randrange(len(content) + 1), dice.randrange(20)
        way = dice.randrange(5)
        if way == 0 and at < len(content):
            content[at] ^= 1 << dice.randrange(8)
        elif way == 1:
            del content[at : at + length]
        elif way == 2:
            content[at:at] = content[at : at + length]
        elif way == 3:
            content[at:at] = dice.choice(PIECES)
        else:
            content[at : at + length] = dice.choice(PIECES)
    return bytes(content)
