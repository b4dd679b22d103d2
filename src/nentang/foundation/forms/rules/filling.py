"""Puts what is known into a draft: each answer where its condition holds, and taken back where not."""

from collections.abc import Mapping
from typing import Any

from .cleaning import clean
from .conditions import hold
from .definition import FormDefinition, every_field
from .merging import leaves, nest

Known = Mapping[str, Any]


def fitting(form: FormDefinition, answers: Mapping[str, Any], known: Known) -> dict[str, Any]:
    """The known entries, by path, of questions whose `prefill_when` holds for these answers."""
    scopes = (clean(form, answers),)
    fields = dict(every_field(form.fields))
    return {p: known[p] for p in known if hold(fields[p].prefill_when, scopes)}


def fill(
    form: FormDefinition, answers: Mapping[str, Any], known: Known, *, before: Mapping[str, Any]
) -> dict[str, Any]:
    """The answers with what is known wherever nothing was answered yet; what was typed stays.

    What was filled in is taken back once its condition, which held for the answers `before`, does not.
    """
    fits = fitting(form, answers, known)
    lost = fitting(form, before, known).keys() - fits.keys()
    given = {
        path: value
        for path, value in leaves(tuple(form.fields), answers).items()
        if path not in lost or value != known[path]["value"]
    }
    return nest({path: entry["value"] for path, entry in fits.items()} | given)
