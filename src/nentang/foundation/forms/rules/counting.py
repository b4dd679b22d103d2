"""How much people had to type though the state knew."""

from collections.abc import Mapping
from typing import Any

from .definition import FormDefinition, every_field
from .merging import leaves


def count_answers(
    form: FormDefinition, cleaned: Mapping[str, Any], known: Mapping[str, Any]
) -> dict[str, int]:
    """Answers that were known and stayed, known and corrected, typed; and typed though held."""
    given = leaves(tuple(form.fields), cleaned)
    kept = [path for path in given if path in known and known[path] == given[path]]
    held = {path for path, field in every_field(form.fields) if field.known_by_register}
    return {
        "known": len(kept),
        "corrected": len([path for path in given if path in known]) - len(kept),
        "typed": len([path for path in given if path not in known]),
        "asked_though_held": len([path for path in given if path in held and path not in known]),
    }
