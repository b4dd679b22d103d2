"""What a service must say of itself."""

import re
from collections.abc import Sequence
from typing import Any

from nentang.government.data_sharing.enums import Purpose
from nentang.government.data_sharing.errors import DescriptionUnreadable
from nentang.kernel.frozen import Frozen

from .wishes import PATH, Field

METHODS = ("get", "post", "put", "delete", "patch")
SUBJECT = re.compile(r"(?:query|body):[A-Za-z_][A-Za-z0-9_]{0,40}|path:[0-9]|")
LONGEST = 200_000


class Description(Frozen):
    """A service in words, and where in calls and answers things are; see `node.snapshot.ServiceInfo`."""

    title: str
    text: str
    row_keys: Sequence[str] = ()
    rows_at: str = ""
    envelope: Sequence[str] = ()
    subject: str = ""
    purposes: Sequence[str] = ()
    register: str = ""


def check_description(
    description: Description, openapi: dict[str, Any], fields: Sequence[Field]
) -> list[str]:
    """The methods that the OpenAPI has. DescriptionUnreadable; a service about persons says how they are named."""
    is_about_people = any(each.personal for each in fields)
    paths = [*description.row_keys, *([description.rows_at] if description.rows_at else [])]
    is_right = (
        0 < len(description.title.strip()) <= 200
        and 0 < len(description.text.strip()) <= 2000
        and fields
        and all(PATH.fullmatch(path) for path in paths)
        and SUBJECT.fullmatch(description.subject)
        and (description.subject or not is_about_people)
        and set(description.purposes) <= set(Purpose.values)
    )
    methods = methods_of(openapi)
    if not is_right or not methods:
        raise DescriptionUnreadable
    return methods


def methods_of(openapi: dict[str, Any]) -> list[str]:
    """GET, POST … as its paths have them; none where it is no OpenAPI 3."""
    paths = openapi.get("paths")
    if not str(openapi.get("openapi", "")).startswith("3.") or not isinstance(paths, dict):
        return []
    if len(str(openapi)) > LONGEST:
        return []
    found = {name for each in paths.values() if isinstance(each, dict) for name in each}
    return [name.upper() for name in METHODS if name in found]
