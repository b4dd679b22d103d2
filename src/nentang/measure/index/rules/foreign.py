"""A framework from a file that somebody wrote."""

from pathlib import Path

from nentang.kernel.law import Law, LawUnreadable, law_from
from nentang.kernel.yaml_file import YamlUnreadable, read_foreign_yaml

from .fitness import check_framework
from .framework import Framework, parse_framework


def foreign_framework(name: str, text: str) -> Law[Framework]:
    """All that ever held of it, from the text of a file of that name; LawUnreadable says what to mend."""
    try:
        document = read_foreign_yaml(text)
    except YamlUnreadable as error:
        raise LawUnreadable(f"{name}: {error}") from error
    family = Path(name).stem
    return law_from(name, document, lambda value: check_framework(parse_framework(family, value)))
