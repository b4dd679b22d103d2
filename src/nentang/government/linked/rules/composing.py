"""One form for several procedures: the first one's, then of each later one what nobody told yet.

A question of a later form is called by its step and name (`residence_head_number`).
"""

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from nentang.kernel.frozen import Frozen

from .chain import Carry, ChainRule, Step

Source = Mapping[str, Any]
Condition = dict[str, Any]
NEVER = None


class ChainUnreadable(ValueError):
    """Forms that cannot be linked as the law file says; the text names the question."""


def compose(kind: str, chain: ChainRule, forms: Mapping[str, Source]) -> dict[str, Any]:
    """The text of the form, from the texts of the forms by step; ChainUnreadable.

    Its number is made from its text, for it changes whenever one of them does.
    """
    known = {each["name"]: each for each in _fields(forms[chain.first.name])}
    steps = list(forms[chain.first.name]["steps"])
    for step in chain.steps[1:]:
        fields = list(_asked(step, forms[step.name], known))
        known |= {each["name"]: each for each in fields}
        if fields:
            steps.append(_page(step, fields))
    title = {"vi": chain.name.vi, "en": chain.name.en}
    body = json.dumps([title, steps], default=date.isoformat, sort_keys=True)
    number = int(hashlib.sha256(body.encode()).hexdigest()[:7], 16)
    return {
        "code": f"linked_{kind}",
        "version": number + 1,
        "valid_from": max(str(each["valid_from"]) for each in forms.values()),
        "title": title,
        "steps": steps,
    }


def asked_name(step: str, name: str) -> str:
    """How the composed form calls a question of a later form."""
    return f"{step}_{name}"


def _page(step: Step, fields: Sequence[Source]) -> dict[str, Any]:
    page: dict[str, Any] = {
        "name": step.name,
        "title": {"vi": step.title.vi, "en": step.title.en},
        "fields": list(fields),
    }
    if step.intro.vi:
        page["intro"] = {"vi": step.intro.vi, "en": step.intro.en}
    return page


def _fields(form: Source) -> Iterator[Source]:
    for step in form["steps"]:
        yield from step["fields"]


def _asked(step: Step, form: Source, known: Mapping[str, Source]) -> Iterator[Source]:
    """The chain's own questions, then those of the form that are not carried, or not always."""
    if any("when" in each for each in form["steps"]):
        raise ChainUnreadable(f"{step.name}: a part of its form has a condition of its own")
    yield from step.asks
    maker = _Maker(step, {**known, **{each["name"]: each for each in step.asks}})
    for field in _fields(form):
        if made := maker.question(field):
            yield made


class _Maker(Frozen):
    """Makes the questions of one later step; `known` are the questions asked before."""

    step: Step
    known: Mapping[str, Source]

    def question(self, field: Source) -> Source | None:
        """The question as the composed form asks it; None where it never does."""
        carry = self.step.carries.get(field["name"])
        if carry is not None and carry.kind != "by":
            return None
        own = self._renamed(field["when"]) if "when" in field else []
        if own is NEVER:
            return None
        rest = self._rest(carry) if carry else []
        if rest is NEVER:
            return None
        kept = {key: value for key, value in field.items() if key not in ("name", "when")}
        made = {"name": asked_name(self.step.name, field["name"]), **kept}
        conditions = [*self._wanted(), *rest, *own]
        return {**made, "when": conditions} if conditions else made

    def _wanted(self) -> list[Condition]:
        return [{"field": self.step.only_if, "equals": True}] if self.step.only_if else []

    def _rest(self, carry: Carry) -> list[Condition] | None:
        """The answers to the deciding question that no case covers."""
        offered = [choice["value"] for choice in self.known[carry.value]["choices"]]
        left = [value for value in offered if value not in carry.cases]
        return [{"field": carry.value, "in": left}] if left else NEVER

    def _renamed(self, condition: Source) -> list[Condition] | None:
        """The condition as it stands in the composed form; [] where it always holds."""
        carry = self.step.carries.get(condition["field"])
        if carry is None:
            return [{**condition, "field": asked_name(self.step.name, condition["field"])}]
        if carry.kind == "says":
            return [] if _holds(condition, carry.value) else NEVER
        if carry.kind == "from":
            return [{**condition, "field": carry.value}]
        return self._by_case(condition, carry)

    def _by_case(self, condition: Source, carry: Carry) -> list[Condition] | None:
        """Where the answer is said for every answer of another question: those for which it holds."""
        offered = [choice["value"] for choice in self.known.get(carry.value, {}).get("choices", ())]
        is_said = bool(offered) and all(
            value in carry.cases and carry.cases[value].kind == "says" for value in offered
        )
        if not is_said:
            raise ChainUnreadable(f"{self.step.name}: cannot tell when {dict(condition)} holds")
        holding = [each for each in offered if _holds(condition, carry.cases[each].value)]
        return [{"field": carry.value, "in": holding}] if holding else NEVER


def _holds(condition: Source, said: Any) -> bool:
    if "filled" in condition:
        return bool(condition["filled"]) == (said not in (None, ""))
    if "in" in condition:
        return said in condition["in"]
    if "not" in condition:
        return bool(said != condition["not"])
    return bool(said == condition["equals"])
