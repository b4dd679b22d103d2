"""Reads and writes YAML: plain values only, by libyaml, ten times as fast as its Python twin.

The library is loaded when the first file is read: its table of printable characters alone costs a start
10 ms.
"""

from pathlib import Path
from typing import Any


class YamlUnreadable(ValueError):
    """The text is no YAML; says where."""


def read_yaml(path: Path) -> Any:
    """The document in the file; YamlUnreadable where it is malformed."""
    import yaml  # noqa: PLC0415 - heavy

    # a machine for which PyYAML has no wheel has no libyaml either
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        return yaml.load(path.read_text(encoding="utf-8"), Loader=loader)  # noqa: S506 - safe, both
    except yaml.YAMLError as error:
        raise YamlUnreadable(str(error)) from error


def read_foreign_yaml(text: str) -> Any:
    """The document that somebody sent; YamlUnreadable where it is malformed, too deep, or has anchors.

    Anchors that name each other unfold without end.
    """
    import yaml  # noqa: PLC0415 - heavy

    try:
        if any(isinstance(each, yaml.AliasEvent) for each in yaml.parse(text, yaml.SafeLoader)):
            raise YamlUnreadable("*alias")
        return yaml.safe_load(text)
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        raise YamlUnreadable(str(error)) from error


def written_yaml(document: object) -> str:
    """The document as people read it, its keys in their order."""
    import yaml  # noqa: PLC0415 - heavy

    text: str = yaml.safe_dump(document, allow_unicode=True, sort_keys=False, width=110)
    return text
