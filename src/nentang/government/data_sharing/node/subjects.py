"""Whose data a call asks for, read where the service's description says."""

import re
import secrets
from urllib.parse import parse_qs

import msgspec

from .chain import Person
from .refusals import JSON_BROKEN, SUBJECT_MISSING, Refused

NUMBER = re.compile(r"[0-9]{12}")
MOST = 50


def people_of(subject: str, *, rest: str, query: str, body: bytes) -> tuple[Person, ...]:
    """The persons meant, each with a fresh salt; JSON_BROKEN, SUBJECT_MISSING."""
    if not subject:
        return ()
    where, _, name = subject.partition(":")
    if where == "query" and query[: len(name) + 1] == f"{name}=" and len(query) == len(name) + 13:
        found = [query[-12:]]  # one plain number, as nearly all calls have it
    elif where == "query":
        found = _in_query(query, name)
    elif where == "path":
        parts = [part for part in rest.split("/") if part]
        found = parts[int(name) : int(name) + 1]
    else:
        found = _in_body(body, name)
    if not found or len(found) > MOST or not all(NUMBER.fullmatch(each) for each in found):
        raise Refused(SUBJECT_MISSING)
    return tuple(Person(number, secrets.token_hex(8)) for number in found)


def _in_query(query: str, name: str) -> list[str]:
    try:
        return parse_qs(query, max_num_fields=100).get(name, [])
    except ValueError:  # more fields than anybody needs
        return []


def _in_body(body: bytes, name: str) -> list[str]:
    try:
        said = msgspec.json.decode(body)
    except (msgspec.DecodeError, RecursionError) as fault:
        raise Refused(JSON_BROKEN) from fault
    value = said.get(name) if isinstance(said, dict) else None
    if isinstance(value, str):
        return [value]
    return [each for each in value if isinstance(each, str)] if isinstance(value, list) else []
