"""The peer of `bench_document_exchange`: signed AS2 messages with signed receipts by pyas2lib.

A program of its own in an environment of its own (pyas2lib is under another licence than this project): for each
line `COUNT` on its input it makes so many round trips and prints the seconds of CPU that they took.
"""

import sys
import time
from pathlib import Path

from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    load_pem_private_key,
    pkcs12,
)
from cryptography.x509 import load_pem_x509_certificate
from pyas2lib import as2

PASSWORD = "peer"


def main(key_path: str, certificate_path: str, payload_path: str) -> None:
    """Round trips on request."""
    paths = (key_path, certificate_path, payload_path)
    key_pem, certificate_pem, payload = (Path(path).read_bytes() for path in paths)
    bundle = pkcs12.serialize_key_and_certificates(
        b"peer",
        load_pem_private_key(key_pem, None),
        load_pem_x509_certificate(certificate_pem),
        None,
        BestAvailableEncryption(PASSWORD.encode()),
    )
    here, there = (
        as2.Organization(as2_name=name, sign_key=bundle, sign_key_pass=PASSWORD)
        for name in ("here", "there")
    )
    partner = {
        name: as2.Partner(
            as2_name=name,
            verify_cert=certificate_pem,
            validate_certs=False,
            sign=True,
            digest_alg="sha256",
            mdn_mode="SYNC",
            mdn_digest_alg="sha256",
        )
        for name in ("here", "there")
    }

    def round_trip() -> None:
        sent = as2.Message(here, partner["there"])
        sent.build(payload)
        came = as2.Message()
        status, _fault, receipt = came.parse(
            sent.headers_str + b"\r\n" + sent.content,
            find_org_cb=lambda name: there,
            find_partner_cb=lambda name: partner["here"],
        )
        back = as2.Mdn()
        told, _detail = back.parse(
            receipt.headers_str + b"\r\n" + receipt.content,
            find_message_cb=lambda *named: sent,
        )
        if (status, told) != ("processed", "processed"):
            raise SystemExit(f"the peer failed: {status}, {told}")

    round_trip()
    for line in sys.stdin:
        begun = time.process_time()
        for _ in range(int(line)):
            round_trip()
        print(time.process_time() - begun, flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
