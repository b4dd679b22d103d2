"""Time stamps (RFC 3161) over the head of the log, so that nobody can write its past anew."""

import base64
from collections.abc import Sequence
from pathlib import Path
from urllib.request import Request, urlopen

import msgspec
from cryptography import x509
from rfc3161_client import (
    HashAlgorithm,
    TimestampRequestBuilder,
    TimeStampResponse,
    VerificationError,
    VerifierBuilder,
    decode_timestamp_response,
)

from nentang.kernel.frozen import Frozen

FILE = "stamps.jsonl"
SECONDS = 15


class Stamp(Frozen):
    """The chain ended with this hash at this number when the authority saw it."""

    seq: int
    head: str
    token: str


class StampRefused(Exception):
    """The authority did not stamp, or what it sent does not hold; the text says why."""


def ask_stamp(seq: int, head: str, *, url: str, roots: Sequence[x509.Certificate]) -> Stamp:
    """A checked stamp over the head; StampRefused, OSError. It asks over the network."""
    request = (
        TimestampRequestBuilder()
        .data(head.encode())
        .hash_algorithm(HashAlgorithm.SHA256)
        .cert_request(cert_request=True)
        .nonce(nonce=True)
        .build()
    )
    posted = Request(  # noqa: S310 - the address is the node's own configuration
        url, request.as_bytes(), {"content-type": "application/timestamp-query"}
    )
    with urlopen(posted, timeout=SECONDS) as answer:  # noqa: S310 - as above
        data = answer.read(64 * 1024)
    try:
        response = decode_timestamp_response(data)
        _check(response, head, roots, request.nonce)
    except (ValueError, VerificationError) as fault:
        raise StampRefused(str(fault)) from fault
    return Stamp(seq, head, base64.b64encode(data).decode())


def stamped_at_ms(stamp: Stamp, roots: Sequence[x509.Certificate]) -> int:
    """When the authority saw the head, in Unix milliseconds; StampRefused."""
    try:
        response = decode_timestamp_response(base64.b64decode(stamp.token))
        _check(response, stamp.head, roots, None)
    except (ValueError, VerificationError) as fault:
        raise StampRefused(str(fault)) from fault
    return int(response.tst_info.gen_time.timestamp() * 1000)


def add_stamp(folder: Path, stamp: Stamp) -> None:
    """Keep it beside the log."""
    with (folder / FILE).open("ab") as stream:
        stream.write(msgspec.json.encode(stamp) + b"\n")


def read_stamps(folder: Path) -> list[Stamp]:
    """All stamps of a log, earliest first."""
    file = folder / FILE
    if not file.exists():
        return []
    decoder = msgspec.json.Decoder(Stamp)
    return [decoder.decode(line) for line in file.read_bytes().splitlines() if line]


def load_roots(file: Path) -> list[x509.Certificate]:
    """The certificates of the authorities that are trusted."""
    return x509.load_pem_x509_certificates(file.read_bytes())


def _check(
    response: TimeStampResponse, head: str, roots: Sequence[x509.Certificate], nonce: int | None
) -> None:
    builder = VerifierBuilder(nonce=nonce)
    for root in roots:
        builder = builder.add_root_certificate(root)
    builder.build().verify_message(response, head.encode())
