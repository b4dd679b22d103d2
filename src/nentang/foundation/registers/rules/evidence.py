"""What is signed of a value that was taken from a register."""

import json
from collections.abc import Mapping

SIGNED = (
    *("register", "record_code", "aspect", "field", "version_id", "shown"),
    *("valid_on", "taken_at", "subject", "organization_id"),
)


def signed_text(values: Mapping[str, object]) -> bytes:
    """The bytes under the signature: the values by name, in their order, as compact JSON."""
    said = {name: str(values[name]) for name in SIGNED}
    return json.dumps(said, ensure_ascii=False, separators=(",", ":")).encode()
