"""Kinds of questions, and what can be wrong with an answer."""

from enum import StrEnum


class FieldKind(StrEnum):
    """What is asked for."""

    TEXT = "text"
    LONG_TEXT = "long_text"
    NUMBER = "number"
    MONEY = "money"
    DATE = "date"
    PARTIAL_DATE = "partial_date"
    RADIO = "radio"
    CHOICE = "choice"
    YES_NO = "yes_no"
    MULTI_CHOICE = "multi_choice"
    PERSONAL_NUMBER = "personal_number"
    TAX_CODE = "tax_code"
    PHONE = "phone"
    EMAIL = "email"
    PERSON_NAME = "person_name"
    UNIT = "unit"
    FILE = "file"
    GROUP = "group"
    REPEAT = "repeat"


class FaultCode(StrEnum):
    """What is wrong with an answer. Those in BEYOND_SCHEMA cannot be said in JSON Schema."""

    MISSING = "missing"
    UNREADABLE = "unreadable"
    TOO_SHORT = "too_short"
    TOO_LONG = "too_long"
    TOO_SMALL = "too_small"
    TOO_LARGE = "too_large"
    TOO_FEW = "too_few"
    TOO_MANY = "too_many"
    PATTERN = "pattern"
    NOT_OFFERED = "not_offered"
    TOO_PRECISE = "too_precise"
    TOO_EARLY = "too_early"
    TOO_LATE = "too_late"
    NO_SUCH_NUMBER = "no_such_number"
    NO_SUCH_UNIT = "no_such_unit"
    TOO_BIG = "too_big"
    COMPARED = "compared"


class Compare(StrEnum):
    """How an answer has to stand to an earlier one: days by the calendar, numbers by size."""

    MORE_THAN = "more_than"
    AT_LEAST = "at_least"
    LESS_THAN = "less_than"
    AT_MOST = "at_most"
    SAME_AS = "same_as"
    OTHER_THAN = "other_than"


BEYOND_SCHEMA = frozenset(
    {
        FaultCode.TOO_PRECISE,
        FaultCode.TOO_EARLY,
        FaultCode.TOO_LATE,
        FaultCode.NO_SUCH_NUMBER,
        FaultCode.NO_SUCH_UNIT,
        FaultCode.TOO_BIG,
        FaultCode.COMPARED,
    }
)
