"""Which answers of a form are what a register says, and which rows say so."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from nentang.foundation.forms.registry import prefilled
from nentang.foundation.forms.rules.cleaning import clean
from nentang.foundation.forms.rules.conditions import hold
from nentang.foundation.forms.rules.definition import FormDefinition, single_fields
from nentang.foundation.forms.rules.merging import leaves
from nentang.foundation.identity.public import person
from nentang.foundation.registers.public import Proof


def proofs_of(
    form: FormDefinition, answers: Mapping[str, Any], *, person_id: int, on: date
) -> list[Proof]:
    """Proofs of those answers that a register would give the person that day, each value once.

    An answer that was typed over is the person's own word and has none.
    """
    scopes, given = (clean(form, answers),), leaves(tuple(form.fields), answers)
    asked = {
        path: field.prefill
        for path, field in single_fields(form.fields)
        if field.prefill and path in given and hold(field.prefill_when, scopes)
    }
    known = prefilled(set(asked.values()), person(person_id), on)
    proofs = {
        name: known[name].proof
        for path, name in asked.items()
        if name in known and known[name].value == given[path]
    }
    return [proof for proof in proofs.values() if proof]
