"""Reads YAML: plain values only, by libyaml, which is ten times as fast as its Python twin."""

from pathlib import Path
from typing import Any

import yaml

try:
    from yaml import CSafeLoader as Loader
except ImportError:  # a machine for which PyYAML has no wheel
    from yaml import SafeLoader as Loader  # type: ignore[assignment]

YAMLError = yaml.YAMLError


def read_yaml(path: Path) -> Any:
    """The document in the file; YAMLError where it is malformed."""
    return yaml.load(path.read_text(encoding="utf-8"), Loader=Loader)
