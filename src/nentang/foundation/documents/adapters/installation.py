"""Keys of the installation, for other apps; what reads them is loaded with the first."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .key_files import PrivateKey


def installation_key(name: str) -> "PrivateKey":
    """The P-256 key kept under that name (`notifications/push`), made at first use."""
    from . import key_files  # noqa: PLC0415 - heavy

    return key_files.named_key(name)
