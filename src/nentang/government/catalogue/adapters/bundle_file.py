"""A bundle as a YAML file, for those who prefer to review by diff."""

from collections.abc import Mapping
from typing import Any

import yaml

from nentang.government.catalogue.errors import FileUnreadable
from nentang.government.catalogue.rules.bundle import BundleUnreadable, parse_bundle

MOST_BYTES = 512 * 1024


def written_bundle(source: Mapping[str, Any]) -> str:
    """The text of the file, in the order in which people read it."""
    order = ("code", "valid_from", "procedure", "fees", "form", "result")
    return yaml.safe_dump(
        {key: source[key] for key in order}, allow_unicode=True, sort_keys=False, width=110
    )


def read_bundle(content: bytes, *, code: str) -> dict[str, Any]:
    """The bundle of that procedure in a file; FileUnreadable says why it is none.

    Anchors are refused: some that name each other unfold without end.
    """
    if len(content) > MOST_BYTES:
        raise FileUnreadable(why="> 512 KB")
    try:
        text = content.decode("utf-8")
        if any(isinstance(each, yaml.AliasEvent) for each in yaml.parse(text, yaml.SafeLoader)):
            raise FileUnreadable(why="*alias")
        source = yaml.safe_load(text)
        bundle = parse_bundle(source)
    except (yaml.YAMLError, BundleUnreadable, RecursionError) as error:
        raise FileUnreadable(why=str(error)) from error
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise FileUnreadable(why=f"{error}") from error
    if bundle.code != code:
        raise FileUnreadable(why=f"{bundle.code} ≠ {code}")
    return bundle.source
