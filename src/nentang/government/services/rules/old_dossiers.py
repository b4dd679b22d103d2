"""A row of another system's dossiers, read as strictly as old data allow."""

import re
from collections.abc import Mapping
from datetime import date, datetime, time
from itertools import pairwise

from nentang.kernel.clock import VIETNAM, legal_day
from nentang.kernel.errors import Invalid
from nentang.kernel.frozen import Frozen
from nentang.kernel.identifiers import (
    DossierCode,
    parse_dossier_code,
    parse_personal_number,
    parse_phone,
)
from nentang.kernel.text import normalize_name

from .old_faults import Fault

REQUIRED = ("code", "procedure", "applicant_name", "birth", "channel", "submitted_at", "state")
COLUMNS = (
    *REQUIRED,
    *("personal_number", "phone", "fee", "received_at", "due_at", "decided_at", "returned_at"),
    "supplement",
)
FIRST_DAY = date(2015, 1, 1)
CHANNELS = ("online", "counter")
_DAY_FIRST = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})(?: (\d{1,2}):(\d{2}))?", re.ASCII)

RECEIVED, DECIDED, RETURNED = ("received_at",), ("decided_at",), ("returned_at",)
NEEDS = {
    1: (),
    2: RECEIVED,
    3: DECIDED,
    4: RECEIVED,
    5: (*RECEIVED, "supplement"),
    6: (*RECEIVED, "fee"),
    7: DECIDED,
    8: (*RECEIVED, *DECIDED),
    9: (*RECEIVED, *DECIDED),
    10: (*RECEIVED, *DECIDED, *RETURNED),
}
"""National state (Circular 22/2019/TT-BTTTT) and the columns that it cannot do without."""

MAY = {7: RECEIVED}
OUTCOMES = {3: "not_accepted", 7: "withdrawn", 8: "refused", 9: "granted", 10: "granted"}
LAST_STEP = {2: "receive", 3: "refuse_intake", 4: "examine", 5: "ask_supplement", 6: "await_fee"}
LAST_STEP |= {7: "withdraw", 8: "refuse", 9: "grant", 10: "return_result"}


class OldDossier(Frozen, kw_only=True, gc=False):
    """A dossier as its row tells it. `state` is one of the ten national ones; the year of birth is known."""

    row: int
    code: DossierCode
    procedure: str
    applicant_name: str
    birth_on: date | None
    birth_year: int
    personal_number: str | None
    phone: str
    channel: str
    fee: int
    submitted_at: datetime
    received_at: datetime | None
    due_at: datetime | None
    decided_at: datetime | None
    returned_at: datetime | None
    state: int
    supplement: str

    @property
    def day(self) -> date:
        """The legal day of submission: what held then, holds for it."""
        return legal_day(self.submitted_at)

    @property
    def outcome(self) -> str:
        """How it ended; empty while it is open."""
        return OUTCOMES.get(self.state, "")

    @property
    def is_open(self) -> bool:
        """Whether somebody still has to do something about it."""
        return self.state in (1, 2, 4, 5, 6, 9)

    def steps(self) -> list[tuple[str, datetime]]:
        """What is known of its way, by the names of the dossier's table, in order of time."""
        found = [("open", self.submitted_at)]
        if self.received_at:
            found.append(("receive", self.received_at))
        if self.state == 10 and self.decided_at:
            found.append(("grant", self.decided_at))
        if self.state > 2:
            at = self.returned_at or self.decided_at or self.received_at or self.submitted_at
            found.append((LAST_STEP[self.state], at))
        return found


class _Reading:
    """One row while it is read: the values, and what was found wrong with them."""

    def __init__(self, row: int, values: Mapping[str, str]) -> None:
        self.row = row
        self.values = {
            column: (values.get(column) or "").replace("\0", "").strip() for column in COLUMNS
        }
        self.faults: list[Fault] = []

    def text(self, column: str) -> str:
        return self.values[column]

    def fault(self, column: str, reason: str) -> None:
        self.faults.append(Fault(self.row, self.text("code")[:40], column, reason))

    def instant(self, column: str) -> datetime | None:
        text = self.text(column)
        if not text:
            return None
        try:
            return _instant(text)
        except ValueError:
            self.fault(column, "form")
            return None

    def number(self, column: str) -> int:
        text = self.text(column) or "0"
        if not (text.isascii() and text.isdigit() and len(text) <= 12):
            self.fault(column, "form")
            return 0
        return int(text)


def read_old_dossier(
    row: int, values: Mapping[str, str], *, today: date
) -> OldDossier | list[Fault]:
    """The dossier of that row, or all that is wrong with it."""
    reading = _Reading(row, values)
    for column in REQUIRED:
        if not reading.text(column):
            reading.fault(column, "missing")
    if reading.faults:
        return reading.faults
    code, person = _code(reading), _person(reading)
    at = {name: reading.instant(name) for name in (*_ORDER, "due_at")}
    state = reading.number("state")
    _check_state(reading, state)
    if not reading.faults:
        _check_days(reading, code, at, today)
    if (
        reading.faults
        or code is None
        or person is None
        or (submitted := at["submitted_at"]) is None
    ):
        return reading.faults
    days = {column: at[column] for column in at if column != "submitted_at"}
    return _dossier(reading, code, person, submitted, days)


def _dossier(
    reading: _Reading,
    code: DossierCode,
    person: "_Person",
    submitted_at: datetime,
    days: Mapping[str, datetime | None],
) -> OldDossier:
    name, number, birth_on, year = person
    return OldDossier(
        row=reading.row,
        code=code,
        procedure=reading.text("procedure"),
        applicant_name=name,
        birth_on=birth_on,
        birth_year=year,
        personal_number=number,
        phone=_phone(reading.text("phone")),
        channel=reading.text("channel"),
        fee=reading.number("fee"),
        submitted_at=submitted_at,
        state=reading.number("state"),
        supplement=reading.text("supplement")[:4000],
        **days,
    )


_Person = tuple[str, str | None, date | None, int]
_ORDER = ("submitted_at", "received_at", "decided_at", "returned_at")


def _instant(text: str) -> datetime:
    """`2020-12-31`, `2020-12-31T14:30` (with or without zone) or `31/12/2020 14:30`; else ValueError."""
    if found := _DAY_FIRST.fullmatch(text):
        day, month, year, hour, minute = found.groups()
        clock = time(int(hour or 0), int(minute or 0))
        return datetime.combine(date(int(year), int(month), int(day)), clock, tzinfo=VIETNAM)
    at = datetime.fromisoformat(text)
    return at if at.tzinfo else at.replace(tzinfo=VIETNAM)


def _code(reading: _Reading) -> DossierCode | None:
    try:
        return parse_dossier_code(reading.text("code"))
    except Invalid:
        reading.fault("code", "form")
        return None


def _person(reading: _Reading) -> _Person | None:
    """Name, personal number, day and year of birth."""
    name, text = normalize_name(reading.text("applicant_name")), reading.text("birth")
    if len(name) > 120:
        reading.fault("applicant_name", "form")
    try:
        born = None if re.fullmatch(r"\d{4}", text, re.ASCII) else _instant(text).date()
    except ValueError:
        reading.fault("birth", "form")
        return None
    year = born.year if born else int(text)
    if not 1850 <= year <= 2100:
        reading.fault("birth", "form")
    number = reading.text("personal_number")
    if not number:
        return name, None, born, year
    try:
        parsed = parse_personal_number(number)
    except Invalid:
        reading.fault("personal_number", "form")
        return None
    if parsed.birth_year != year:
        reading.fault("personal_number", "year_of_number")
    return name, parsed.text, born, year


def _phone(text: str) -> str:
    """The number to reach them; one that cannot be is no reason to leave the dossier out."""
    try:
        return parse_phone(text).e164 if text else ""
    except Invalid:
        return ""


def _check_state(reading: _Reading, state: int) -> None:
    if reading.text("channel") not in CHANNELS:
        reading.fault("channel", "form")
    if state not in NEEDS:
        reading.fault("state", "form")
        return
    if not reading.number("fee") and state == 6:
        reading.fault("fee", "missing")
    for column in (*RECEIVED, *DECIDED, *RETURNED, "supplement"):
        if not reading.text(column) and column in NEEDS[state]:
            reading.fault(column, "missing")
        if reading.text(column) and column not in (*NEEDS[state], *MAY.get(state, ())):
            reading.fault(column, "against_state")


def _check_days(
    reading: _Reading, code: DossierCode | None, at: Mapping[str, datetime | None], today: date
) -> None:
    given = [(name, each) for name in _ORDER if (each := at[name])]
    days = [legal_day(each) for _, each in given]
    if days[0] < FIRST_DAY:
        reading.fault("submitted_at", "too_early")
    if days[-1] >= today:
        reading.fault(given[-1][0], "not_past")
    for (_, before), (name, after) in pairwise(given):
        if after < before:
            reading.fault(name, "order")
    if at["due_at"] and at["due_at"] < given[0][1]:
        reading.fault("due_at", "order")
    if code and code.day not in days[: 1 + bool(at["received_at"])]:
        reading.fault("code", "day_of_code")
