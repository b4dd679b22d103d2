"""Procedures, fees, forms and results as the law files have them, put together as bundles."""

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from nentang.foundation.forms.public import FormDefinition, load_form
from nentang.government.catalogue.rules.bundle import Bundle, BundleUnreadable, parse_bundle
from nentang.kernel.law import Law, LawUnreadable, Rule, load_law
from nentang.kernel.yaml_file import read_yaml

LAW = Path(__file__).parents[1] / "law"
Values = Mapping[str, Any]


@cache
def codes_in_files() -> dict[str, None]:
    """Codes of all procedures that have a file, in order."""
    return dict.fromkeys(path.stem for path in sorted((LAW / "procedures").glob("*.yaml")))


def bundle_in_files(code: str, on: date) -> Bundle | None:
    """What holds for that procedure on that day by the files, or None."""
    if code not in codes_in_files() or _rule_on(_procedure(code), on) is None:
        return None
    starts = _starts(code)
    return _bundle(code, starts[bisect_right(starts, on) - 1])


def bundles_in_files(on: date) -> Iterator[Bundle]:
    """What holds on that day by the files, of every procedure."""
    found = (bundle_in_files(code, on) for code in codes_in_files())
    return (each for each in found if each)


def every_bundle_in_files() -> Iterator[Bundle]:
    """Every bundle of every procedure, those to come and those of the past."""
    for code in codes_in_files():
        yield from filter(None, (bundle_in_files(code, start) for start in _starts(code)))


@cache
def all_forms() -> tuple[FormDefinition, ...]:
    """Every form, by code."""
    return tuple(load_form(path) for path in sorted((LAW / "forms").glob("*.yaml")))


@cache
def _bundle(code: str, start: date) -> Bundle:
    """The bundle that begins on that day; LawUnreadable names what must be mended."""
    rule, fees = _procedure(code).rule_on(start), _rule_on(_fees(code), start)
    ends = [each for each in _starts(code) if each > start]
    value = rule.value
    source = {
        "code": code,
        "valid_from": start,
        "procedure": _written(rule),
        "fees": _written(fees) if fees else None,
        "form": _file("forms", value["form"]),
        "result": _file("results", value["result"].get("kind", "general_result")),
    }
    try:
        return parse_bundle(source, valid_to=ends[0] if ends else rule.period.valid_to)
    except BundleUnreadable as error:
        raise LawUnreadable(f"{code}: {error}") from error


@cache
def _starts(code: str) -> tuple[date, ...]:
    """The days on which the procedure or its fees change, while the procedure is in force."""
    law, fees = _procedure(code), _fees(code)
    periods = [rule.period for each in (law, fees) if each for rule in each.rules]
    days = {day for period in periods for day in (period.valid_from, period.valid_to) if day}
    return tuple(sorted(day for day in days if any(day in rule.period for rule in law.rules)))


def _rule_on(law: Law[Values] | None, on: date) -> Rule[Values] | None:
    return next((rule for rule in law.rules if on in rule.period), None) if law else None


@cache
def _procedure(code: str) -> Law[Values]:
    return load_law(LAW / "procedures" / f"{code}.yaml", dict)


@cache
def _fees(code: str) -> Law[Values] | None:
    """None where nobody knows the fees."""
    path = LAW / "fees" / f"{code}.yaml"
    return load_law(path, dict) if path.exists() else None


@cache
def _file(folder: str, name: str) -> Values:
    return dict(read_yaml(LAW / folder / f"{name}.yaml"))


def _written(rule: Rule[Values]) -> dict[str, Any]:
    return {
        "act": rule.act,
        "article": rule.article,
        "source": rule.source,
        "verified": rule.verified,
        "value": rule.value,
    }
