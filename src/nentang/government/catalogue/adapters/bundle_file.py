"""A bundle as a YAML file, for those who prefer to review by diff."""

from collections.abc import Mapping
from typing import Any

from nentang.government.catalogue.errors import FileUnreadable
from nentang.government.catalogue.rules.bundle import BundleUnreadable, parse_bundle
from nentang.kernel.yaml_file import YamlUnreadable, read_foreign_yaml, written_yaml

MOST_BYTES = 512 * 1024


def written_bundle(source: Mapping[str, Any]) -> str:
    """The text of the file, in the order in which people read it."""
    order = ("code", "valid_from", "procedure", "fees", "form", "result")
    return written_yaml({key: source[key] for key in order})


def read_bundle(content: bytes, *, code: str) -> dict[str, Any]:
    """The bundle of that procedure in a file; FileUnreadable says why it is none. Anchors are refused."""
    if len(content) > MOST_BYTES:
        raise FileUnreadable(why="> 512 KB")
    try:
        bundle = parse_bundle(read_foreign_yaml(content.decode("utf-8")))
    except (YamlUnreadable, BundleUnreadable, RecursionError) as error:
        raise FileUnreadable(why=str(error)) from error
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise FileUnreadable(why=f"{error}") from error
    if bundle.code != code:
        raise FileUnreadable(why=f"{bundle.code} ≠ {code}")
    return bundle.source
