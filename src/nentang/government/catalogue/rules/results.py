"""What stands on the result of a dossier, as its file in `law/results` lays it out.

title: {vi: Giấy khai sinh, en: Birth certificate}   # what such papers are called
form: birth_registration                             # whose answers it tells
signer: Người ký Giấy khai sinh                      # left out: the name alone
found:                                               # what the office finds out; left out: nothing
  - {name: child_number, kind: personal_number, ...} # as questions of forms; rows tell it like answers
rows:                                                # a row without an answer is left out
  - {label: Nơi sinh, answer: child_birth_place}     # written as the question's kind has it
  - {label: Giới tính, answer: child_sex, words: {male: Nam, female: Nữ}}  # left out: the form's words
  - {label: Diện tích, answer: area, unit: m²}
  - {label: Sinh và quốc tịch, answer: [mother_birth, mother_nationality]}  # joined
  - {label: Giấy tờ, answer: originals, each: [name, {answer: pages, unit: trang}]}  # of each entry
  - {label: Kết quả, says: Đã giải quyết, when: {answer: purpose, is: [marriage]}}
closing: [Giấy này có giá trị 6 tháng.]              # sentences below, left out: none
"""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from nentang.kernel.frozen import Frozen
from nentang.kernel.yaml_file import read_yaml

from .procedure import Bilingual
from .result_paper import ResultPaper, Row, Told

RESULTS = Path(__file__).parents[1] / "law" / "results"
_KEYS = {"label", "answer", "each", "words", "unit", "says", "when"}
_KEPT: Mapping[Any, Any] = {"true": True, "false": False}  # as JSON keeps yes and no among names
_NUMBERS = ("number", "money")
_UNWRITABLE = ("file", "unit", "group")


class ResultUnreadable(ValueError):
    """A result's layout that must not be used; the text says what to mend, and in which row."""


class Asked(Frozen):
    """A question as a result needs it: its kind, the words of its choices, what a group asks."""

    kind: str
    words: Mapping[Any, str]
    inner: Mapping[str, "Asked"]


def result_kinds() -> list[str]:
    """Every kind of result that has a file."""
    return sorted(path.stem for path in RESULTS.glob("*.yaml"))


@cache
def result_title(kind: str) -> Bilingual:
    """What papers of that kind are called."""
    return Bilingual(**read_yaml(RESULTS / f"{kind}.yaml")["title"])


def read_result(kind: str, source: Mapping[str, Any], asked: Mapping[str, Asked]) -> ResultPaper:
    """The layout in a text, against the questions of its form; ResultUnreadable names the row."""
    try:
        rows = tuple(_numbered(number, row, asked) for number, row in enumerate(source["rows"]))
        return ResultPaper(
            kind=kind,
            title=Bilingual(**source["title"]),
            form=source["form"],
            signer=source.get("signer", ""),
            rows=rows,
            closing=tuple(source.get("closing", ())),
        )
    except (KeyError, TypeError) as error:
        raise ResultUnreadable(f"something is missing or misplaced: {error}") from error


def _numbered(number: int, source: Mapping[str, Any], asked: Mapping[str, Asked]) -> Row:
    try:
        return _row(source, asked)
    except (KeyError, TypeError, AttributeError, ValueError) as error:
        raise ResultUnreadable(f"row {number + 1}: {error}") from error


def _row(source: Mapping[str, Any], asked: Mapping[str, Asked]) -> Row:
    _refuse_if(bool(source.keys() - _KEYS), f"nobody knows {sorted(source.keys() - _KEYS)}")
    _refuse_if(("says" in source) == ("answer" in source), "say either answer or says")
    group = source["answer"] if "each" in source else ""
    asks, among = _shown(source.get("when"), asked)
    return Row(
        label=source["label"],
        told=_told(source, _question(asked, group).inner if group else asked),
        group=group,
        says=source.get("says", ""),
        asks=asks,
        among=among,
    )


def _told(source: Mapping[str, Any], asked: Mapping[str, Asked]) -> tuple[Told, ...]:
    named = source.get("each", source.get("answer", []))
    parts = named if isinstance(named, list) else [named]
    common = {key: source[key] for key in ("words", "unit") if key in source}
    return tuple(
        _one_told(part if isinstance(part, Mapping) else {"answer": part, **common}, asked)
        for part in parts
    )


def _one_told(source: Mapping[str, Any], asked: Mapping[str, Asked]) -> Told:
    name, unit = source["answer"], source.get("unit", "")
    question = _question(asked, name)
    unwritable = question.kind in _UNWRITABLE or bool(question.inner)
    _refuse_if(unwritable, f"a {question.kind} cannot be written: {name}")
    _refuse_if(bool(unit) and question.kind not in _NUMBERS, f"{name} has no unit")
    words = {_KEPT.get(key, key): text for key, text in source.get("words", question.words).items()}
    offered = {True, False} if question.kind == "yes_no" else question.words.keys()
    _refuse_if(words.keys() != offered, f"{name}: words for {sorted(offered, key=str)}, no others")
    return Told(name, question.kind, words, unit)


def _shown(
    source: Mapping[str, Any] | None, asked: Mapping[str, Asked]
) -> tuple[str, tuple[Any, ...]]:
    if not source:
        return "", ()
    name, values = source["answer"], tuple(source["is"])
    question = _question(asked, name)
    never = [each for each in values if question.words and each not in question.words]
    _refuse_if(bool(never), f"{name} can never be {never}")
    return name, values


def _question(asked: Mapping[str, Asked], name: str) -> Asked:
    _refuse_if(name not in asked, f"nobody is asked {name}")
    return asked[name]


def _refuse_if(is_wrong: bool, what: str) -> None:
    if is_wrong:
        raise ValueError(what)
