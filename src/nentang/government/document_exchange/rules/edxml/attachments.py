"""Files out of a message: those that came with it, and those that came ahead in parts."""

import base64
import binascii
import hashlib
import io
import re
import zipfile
import zlib

from nentang.government.document_exchange.errors import (
    AttachmentWrong,
    Base64Wrong,
    ElementMissing,
    ElementWrong,
)

from .reading import Part
from .values import Attachment

MOST_FILES = 50
LARGEST_INSIDE = 6 * 1024 * 1024  # bytes of a file that comes zipped within a message
_OURS = re.compile(r"([0-9a-f]{64})\.([0-9]{1,12})")
_SPACE = b" \t\r\n"
_PLAIN = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
"""LZMA and BZIP2 ask for as much memory as their sender writes into the head."""


def read_attachments(root: Part) -> tuple[Attachment, ...]:
    """Each file of the manifest with its content; without content only where its name is its digest.

    ElementMissing, ElementWrong, Base64Wrong, AttachmentWrong.
    """
    manifest = root.part("edXMLEnvelope").maybe("edXMLBody").maybe("edXMLManifest")
    encoded = _contents(root.maybe("AttachmentEncoded"))
    announced = manifest.each("Reference", most=MOST_FILES)
    found = tuple(_attachment(reference, encoded) for reference in announced)
    if encoded or len({one.sha256 for one in found}) != len(found):
        raise ElementWrong(element="AttachmentEncoded" if encoded else "Reference")
    return found


def _contents(encoded: Part) -> dict[str, Part]:
    found: dict[str, Part] = {}
    for attachment in encoded.each("Attachment", most=MOST_FILES):
        name = _bare(attachment.text("ContentId", needed=True))
        if name in found:
            raise ElementWrong(element="ContentId")
        found[name] = attachment
    return found


def _attachment(reference: Part, encoded: dict[str, Part]) -> Attachment:
    content_id = _bare(reference.text("ContentId", needed=True))
    name = reference.text("AttachmentName", needed=True)
    media_type = reference.text("ContentType")
    announced = _OURS.fullmatch(content_id)
    holder = encoded.pop(content_id, None)
    content = _decoded(holder, name, media_type) if holder is not None else None
    if content is None and announced is None:
        raise ElementMissing(element="ContentTransferEncoded")
    if content is not None:
        found = (hashlib.sha256(content).hexdigest(), str(len(content)))
        if announced and found != announced.groups():
            raise AttachmentWrong(name=name)
        sha256, size = found
    else:
        sha256, size = announced.groups() if announced else ("", "0")
    return Attachment(
        sha256=sha256,
        size=int(size),
        media_type=media_type,
        name=name,
        description=reference.text("Description"),
        content=content,
    )


def _bare(content_id: str) -> str:
    return content_id.removeprefix("cid:")


def _decoded(holder: Part, name: str, media_type: str) -> bytes:
    encoded = holder.content("ContentTransferEncoded")
    try:
        content = base64.b64decode(encoded.encode().translate(None, _SPACE), validate=True)
    except (binascii.Error, ValueError) as fault:
        raise Base64Wrong(name=name) from fault
    is_zip = "zip" in holder.text("ContentType").lower() and "zip" not in media_type.lower()
    return _unzipped(content, name) if is_zip else content


def _unzipped(content: bytes, name: str) -> bytes:
    """The one file in a zip, as some systems send it; read no further than it may be long."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            entries = archive.infolist()
            if len(entries) != 1 or entries[0].compress_type not in _PLAIN:
                raise AttachmentWrong(name=name)
            with archive.open(entries[0]) as file:
                found = file.read(LARGEST_INSIDE + 1)
    except (
        zipfile.BadZipFile,
        zlib.error,
        NotImplementedError,
        RuntimeError,
        OSError,
        ValueError,
    ) as fault:
        raise AttachmentWrong(name=name) from fault
    if len(found) > LARGEST_INSIDE:
        raise AttachmentWrong(name=name)
    return found
