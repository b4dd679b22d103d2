"""The bytes under each signature, so that both sides and a third party later say the same."""

import base64
import hashlib

CLIENT, PURPOSE = "exchange-client", "exchange-purpose"
MATTER, USER = "exchange-matter", "exchange-user"
TIME, NONCE, DIGEST = "exchange-time", "exchange-nonce", "exchange-digest"
KEY, SIGNATURE, GRANT = "exchange-key", "exchange-signature", "exchange-grant"
REQUEST_FORM, ANSWER_FORM = "nentang-exchange-1", "nentang-exchange-answer-1"


def digest_of(body: bytes) -> str:
    """As the header says it (RFC 9530 has the same digest in another dress)."""
    return digest_of_hash(hashlib.sha256(body).digest())


def digest_of_hash(hashed: bytes) -> str:
    """The same, of a body that went by in pieces."""
    return "sha-256=" + base64.b64encode(hashed).decode()


def hashed_target(target: str) -> str:
    """How the log has an address that names a person."""
    return "sha-256:" + hashlib.sha256(target.encode()).hexdigest()


def new_hash() -> "hashlib._Hash":
    """For a body that goes by in pieces."""
    return hashlib.sha256()


def request_statement(method: str, target: str, headers: dict[str, str]) -> bytes:
    """What the caller signs: one line each, `\\n` between them, nothing after the last."""
    return "\n".join(
        (
            REQUEST_FORM,
            method,
            target,
            headers[CLIENT],
            headers[PURPOSE],
            headers.get(MATTER, ""),
            headers.get(USER, ""),
            headers[TIME],
            headers[NONCE],
            headers[DIGEST],
        )
    ).encode()


def answer_statement(
    *, status: int, content_type: str, grant: str, time: str, digest: str, request: bytes
) -> bytes:
    """What the provider's node signs: the answer, and the statement that it answers."""
    lines = (ANSWER_FORM, str(status), content_type, grant, time, digest)
    return "\n".join((*lines, hashlib.sha256(request).hexdigest())).encode()
