"""Which files are taken, told by their content alone; the name's ending must agree."""

from collections.abc import Callable

from nentang.kernel.frozen import Frozen

HEAD_BYTES = 96
TAIL_BYTES = 1024
ODT = "application/vnd.oasis.opendocument.text"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
FIRST_IN_DOCX = (b"[Content_Types].xml", b"_rels/", b"docProps/", b"word/")
HEIC_BRANDS = {b"heic", b"heix", b"hevc", b"heim", b"mif1"}


class MediaType(Frozen):
    """A type, the endings its files may have, whether a browser shows it, and how it is told."""

    name: str
    endings: tuple[str, ...]
    shown_inline: bool
    is_whole: Callable[[bytes, bytes, int], bool]


def _is_pdf(head: bytes, tail: bytes, size: int) -> bool:
    return head.startswith(b"%PDF-") and b"%%EOF" in tail


def _is_jpeg(head: bytes, tail: bytes, size: int) -> bool:
    return head.startswith(b"\xff\xd8\xff") and b"\xff\xd9" in tail


def _is_png(head: bytes, tail: bytes, size: int) -> bool:
    return head.startswith(b"\x89PNG\r\n\x1a\n") and tail.endswith(b"IEND\xaeB`\x82")


def _is_webp(head: bytes, tail: bytes, size: int) -> bool:
    declared = int.from_bytes(head[4:8], "little") + 8
    return head.startswith(b"RIFF") and head[8:12] == b"WEBP" and declared == size


def _is_heic(head: bytes, tail: bytes, size: int) -> bool:
    return head[4:8] == b"ftyp" and head[8:12] in HEIC_BRANDS


def _is_doc(head: bytes, tail: bytes, size: int) -> bool:
    return head.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")


def _is_docx(head: bytes, tail: bytes, size: int) -> bool:
    return _is_archive(head, tail) and head[30:].startswith(FIRST_IN_DOCX)


def _is_odt(head: bytes, tail: bytes, size: int) -> bool:
    return _is_archive(head, tail) and head[30:].startswith(f"mimetype{ODT}PK".encode())


def _is_archive(head: bytes, tail: bytes) -> bool:
    """A zip that begins with its first file and ends with its table; it is never unfolded here."""
    return head.startswith(b"PK\x03\x04") and b"PK\x05\x06" in tail


PDF = MediaType("application/pdf", ("pdf",), True, _is_pdf)
MEDIA_TYPES = (
    PDF,
    MediaType("image/jpeg", ("jpg", "jpeg"), True, _is_jpeg),
    MediaType("image/png", ("png",), True, _is_png),
    MediaType("image/webp", ("webp",), True, _is_webp),
    MediaType("image/heic", ("heic", "heif"), False, _is_heic),
)
WORD_TYPES = (
    MediaType("application/msword", ("doc",), False, _is_doc),
    MediaType(DOCX, ("docx",), False, _is_docx),
    MediaType(ODT, ("odt",), False, _is_odt),
)
"""Kept only as another body sent them, to be downloaded; nobody may hand them in."""
ACCEPTED = tuple(each.name for each in MEDIA_TYPES)
BY_NAME = {each.name: each for each in (*MEDIA_TYPES, *WORD_TYPES)}


def recognise(
    head: bytes,
    tail: bytes,
    size: int,
    filename: str,
    known: tuple[MediaType, ...] = MEDIA_TYPES,
) -> MediaType | None:
    """The type of a file from its first and last bytes and size; None where it is none of the known.

    A file that begins as one type, ends as another or is named as a third is not taken: it may be
    two files in one, each harmless to one reader and not to the next.
    """
    ending = filename.rpartition(".")[2].lower()
    found = next((each for each in known if each.is_whole(head, tail, size)), None)
    return found if found and ending in found.endings else None
