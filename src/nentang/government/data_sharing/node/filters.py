"""An answer reduced to the fields and rows that were granted."""

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

import msgspec

from .refusals import ANSWER_UNREADABLE, ROW_NOT_GRANTED, Refused
from .snapshot import GrantInfo, ServiceInfo

Wanted = dict[str, Any]


def granted_part(body: bytes, service: ServiceInfo, grant: GrantInfo) -> bytes:
    """The JSON that may leave; ANSWER_UNREADABLE, ROW_NOT_GRANTED (a single row outside the grant)."""
    try:
        answer = msgspec.json.decode(body)
    except (msgspec.DecodeError, RecursionError) as fault:
        raise Refused(ANSWER_UNREADABLE) from fault
    return msgspec.json.encode(_reduced(answer, service, grant))


def _reduced(answer: Any, service: ServiceInfo, grant: GrantInfo) -> Any:
    wanted = tree_of(grant.fields)
    if service.rows_at:
        if not isinstance(answer, dict) or not isinstance(answer.get(service.rows_at), list):
            raise Refused(ANSWER_UNREADABLE)
        kept = {name: answer[name] for name in service.envelope if name in answer}
        rows = [row for row in answer[service.rows_at] if _is_granted(row, grant.rows)]
        return {**kept, service.rows_at: [_only(row, wanted) for row in rows]}
    if isinstance(answer, list):
        return [_only(row, wanted) for row in answer if _is_granted(row, grant.rows)]
    if not _is_granted(answer, grant.rows):
        raise Refused(ROW_NOT_GRANTED)
    return _only(answer, wanted)


@lru_cache(maxsize=4096)
def tree_of(fields: tuple[str, ...]) -> Wanted:
    """`("name", "address.province")` as a tree; {} is all."""
    tree: Wanted = {}
    for path in sorted(fields):  # a whole object comes before its parts
        here = tree
        *parents, last = path.split(".")
        for name in parents:
            if here.get(name) == {} and name in here:
                break
            here = here.setdefault(name, {})
        else:
            here[last] = {}
    return tree


def _only(value: Any, wanted: Wanted) -> Any:
    if not wanted:
        return value
    if isinstance(value, list):
        return [_only(each, wanted) for each in value]
    if not isinstance(value, dict):
        return None
    return {name: _only(value[name], below) for name, below in wanted.items() if name in value}


def _is_granted(row: Any, rows: Mapping[str, tuple[str, ...]]) -> bool:
    return all(str(_at(row, path)) in allowed for path, allowed in rows.items())


def _at(row: Any, path: str) -> Any:
    for name in path.split("."):
        row = row.get(name) if isinstance(row, dict) else None
    return row
