"""A bundle: all that holds for a procedure from a day on, as one text that dossiers are pinned to.

code: "1.000894"
valid_from: 2016-01-01
procedure: {act: ..., article: ..., source: ..., verified: false, value: {...}}  # as in law/procedures
fees: {act: ..., article: ..., source: ..., value: {...}}                        # as in law/fees; null: not known
form: {...}                                                                      # as in law/forms
result: {...}                                                                    # as in law/results
"""

import hashlib
import json
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from functools import partial
from typing import Any, TypeVar

from nentang.agreements.cashier import Share
from nentang.foundation.forms.public import Field, FormDefinition, FormUnreadable, read_form
from nentang.kernel.frozen import Frozen
from nentang.kernel.law import Rule
from nentang.kernel.periods import Period

from .fees import FeeSchedule, copies_in, fee_for, parse_fees, shares_of
from .procedure import Procedure, parse_procedure
from .result_paper import ResultPaper
from .results import Asked, ResultUnreadable, read_result

T = TypeVar("T")
Source = Mapping[str, Any]
PARTS = ("procedure", "fees", "form", "result")
FOUND = "found"


class BundleUnreadable(ValueError):
    """What is no bundle: `part` is where, the text what to mend."""

    def __init__(self, part: str, text: str) -> None:
        super().__init__(f"{part}: {text}")
        self.part = part
        self.text = text


class Bundle(Frozen, eq=False):
    """A procedure with its fees, form and result. `body` is its text as JSON, `digest` its SHA-256.

    `found` asks what the office finds out by itself and writes on the result; None where nothing.
    """

    rule: Rule[Procedure]
    fees: Rule[FeeSchedule] | None
    form: FormDefinition
    result: ResultPaper
    found: FormDefinition | None
    body: str
    digest: str

    @property
    def procedure(self) -> Procedure:
        """The procedure in it."""
        return self.rule.value

    @property
    def code(self) -> str:
        """The code of the procedure."""
        return self.rule.value.code

    @property
    def valid_from(self) -> date:
        """The first day on which dossiers may be pinned to it."""
        return self.rule.period.valid_from

    @property
    def source(self) -> dict[str, Any]:
        """Its text, to be written anew."""
        return dict(json.loads(self.body))

    def fee(self, answers: Mapping[str, Any], *, online: bool) -> int:
        """What a dossier with these answers costs, in đồng; 0 where no fee is known."""
        if self.fees is None:
            return 0
        return fee_for(
            self.fees.value,
            online=online,
            copies=copies_in(answers),
            exemption=str(answers.get("exemption") or ""),
        )

    def shares(self, amount: int, answers: Mapping[str, Any], *, online: bool) -> tuple[Share, ...]:
        """Items of the budget chart to which a fee of that sum is booked; none where nobody said."""
        if self.fees is None:
            return ()
        return shares_of(self.fees.value, amount, online=online, copies=copies_in(answers))


def parse_bundle(source: Source, *, valid_to: date | None = None) -> Bundle:
    """The bundle in a text, which holds until `valid_to`; BundleUnreadable says what to mend."""
    body = json.dumps(source, default=date.isoformat, ensure_ascii=False, sort_keys=True)
    source = json.loads(body)
    period = _part("procedure", lambda: Period(date.fromisoformat(source["valid_from"]), valid_to))
    code = str(source["code"])
    rule = _part(
        "procedure", lambda: _rule(source["procedure"], partial(parse_procedure, code), period)
    )
    fees = source.get("fees")
    form = _part("form", lambda: read_form(source["form"]))
    found = _part("result", lambda: _found(source["result"]))
    return Bundle(
        rule=rule,
        fees=_part("fees", lambda: _rule(fees, parse_fees, period)) if fees else None,
        form=form,
        result=_part("result", lambda: _result(source["result"], rule.value, form, found)),
        found=found,
        body=body,
        digest=hashlib.sha256(body.encode()).hexdigest(),
    )


def questions_of(form: FormDefinition) -> dict[str, Asked]:
    """What that form asks, by name, as results need it."""
    return _asked(form.fields)


def _asked(fields: Iterable[Field]) -> dict[str, Asked]:
    return {
        each.name: Asked(
            kind=each.kind,
            words={choice.value: choice.label.vi for choice in each.choices},
            inner=_asked(each.fields),
        )
        for each in fields
    }


def _found(source: Source) -> FormDefinition | None:
    """The questions under `found`, as a form of one step."""
    if not source.get("found"):
        return None
    title = source["title"]
    step = {"name": FOUND, "title": title, "fields": source["found"]}
    form = {"code": FOUND, "version": 1, "valid_from": "1945-09-02", "title": title}
    return read_form({**form, "steps": [step]})


def _result(
    source: Source, procedure: Procedure, form: FormDefinition, found: FormDefinition | None
) -> ResultPaper:
    asked = questions_of(form) | (questions_of(found) if found else {})
    return read_result(procedure.result_kind, source, asked)


def _rule(source: Source, parse: Callable[[Source], T], period: Period) -> Rule[T]:
    return Rule(
        value=parse(source["value"]),
        period=period,
        act=source["act"],
        article=source.get("article") or "",
        source=source["source"],
        verified=source.get("verified", True),
    )


def _part(part: str, read: Callable[[], T]) -> T:
    try:
        return read()
    except (FormUnreadable, ResultUnreadable) as error:
        raise BundleUnreadable(part, str(error)) from error
    except (KeyError, TypeError, AttributeError, ValueError) as error:
        raise BundleUnreadable(part, f"something is missing or misplaced: {error}") from error
