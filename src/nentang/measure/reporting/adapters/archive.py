"""Whether a workbook that somebody sends may be unpacked: its size, its parts, what its XML begins with."""

import zipfile
import zlib
from io import BytesIO

from nentang.measure.reporting.errors import WorkbookTooLarge, WorkbookUnreadable

LARGEST = 300 * 1024
LARGEST_UNPACKED = 4 * 1024 * 1024
MOST_PARTS = 60
_PLAIN = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_FORBIDDEN = (
    "vbaproject",
    "externallinks",
    "embeddings",
    "activex",
    "connections.xml",
    "macrosheets",
)
_DECLARATIONS = (b"<!DOCTYPE", b"<!ENTITY")


def check_archive(content: bytes) -> None:
    """WorkbookTooLarge, WorkbookUnreadable.

    What a part says of its size bounds what is read of it, so that a part which swells is found by its sum.
    """
    if len(content) > LARGEST:
        raise _too_large()
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            parts = archive.infolist()
            _check_parts(parts)
            for part in parts:
                _check_text(archive.read(part))
    except (
        zipfile.BadZipFile,
        zlib.error,
        NotImplementedError,
        RuntimeError,
        OSError,
        ValueError,
        EOFError,
    ) as fault:
        raise WorkbookUnreadable from fault


def _check_parts(parts: list[zipfile.ZipInfo]) -> None:
    if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > LARGEST_UNPACKED:
        raise _too_large()
    names = [part.filename.lower() for part in parts]
    is_odd = len(set(names)) < len(names) or any(
        word in name for name in names for word in _FORBIDDEN
    )
    is_sealed = any(part.flag_bits & 1 or part.compress_type not in _PLAIN for part in parts)
    if is_odd or is_sealed:
        raise WorkbookUnreadable


def _check_text(text: bytes) -> None:
    """XML in UTF-8 that declares nothing: entities that name each other unfold without end."""
    begins = text[:64].lstrip(b"\xef\xbb\xbf \r\n\t")
    if begins[:1] == b"<" and b"\x00" not in text[:64]:
        if any(word in text for word in _DECLARATIONS):
            raise WorkbookUnreadable
    elif b"\x00" in text[:64] or begins[:1] == b"":
        raise WorkbookUnreadable


def _too_large() -> WorkbookTooLarge:
    return WorkbookTooLarge(most=LARGEST // 1024, unpacked=LARGEST_UNPACKED // (1024 * 1024))
