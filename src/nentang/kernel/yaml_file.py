"""Reads and writes YAML: plain values only, by libyaml, ten times as fast as its Python twin.

The library is loaded when the first file is read: its table of printable characters alone costs a start
10 ms.
"""

from pathlib import Path
from typing import Any

DEEPEST = 50  # lists and mappings within one another
_FAULTS_OF_SCALARS = (ValueError, LookupError, AttributeError, TypeError, OverflowError)
"""What the library's constructors fail with where a tag lies: `!!int ""`, `!!bool x`, `!!timestamp x`."""


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

    Anchors that name each other unfold without end; what it costs to read grows with the square of the depth.
    """
    import yaml  # noqa: PLC0415 - heavy

    try:
        _refuse_wicked(text)
        return yaml.safe_load(text)
    except (yaml.YAMLError, RecursionError, *_FAULTS_OF_SCALARS) as error:
        raise YamlUnreadable(str(error)) from error


def _refuse_wicked(text: str) -> None:
    """Event by event, and no further than to the first that is too deep."""
    import yaml  # noqa: PLC0415 - heavy

    depth = 0
    for event in yaml.parse(text, yaml.SafeLoader):
        if isinstance(event, yaml.AliasEvent):
            raise YamlUnreadable("*alias")
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        if depth > DEEPEST:
            raise YamlUnreadable(f"> {DEEPEST} [")


def written_yaml(document: object) -> str:
    """The document as people read it, its keys in their order."""
    import yaml  # noqa: PLC0415 - heavy

    text: str = yaml.safe_dump(document, allow_unicode=True, sort_keys=False, width=110)
    return text
