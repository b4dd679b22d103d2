"""Passwords hashed with Argon2 over a secret of the installation: a stolen base alone tells none of them."""
# mypy: allow-subclassing-any

import hmac
from functools import cache
from hashlib import sha256
from typing import Any

from django.conf import settings
from django.contrib.auth.hashers import Argon2PasswordHasher, BasePasswordHasher

INNER = Argon2PasswordHasher()


class PepperedHasher(BasePasswordHasher):
    """`peppered$which pepper$argon2…`; under a former pepper it is checked, then hashed anew."""

    algorithm = "peppered"

    def salt(self) -> str:
        """Fresh for each password."""
        return str(INNER.salt())

    def encode(self, password: str, salt: str) -> str:
        """The hash under the pepper of today."""
        pepper = _peppers()[0]
        return "$".join((self.algorithm, _mark(pepper), INNER.encode(_hot(password, pepper), salt)))

    def decode(self, encoded: str) -> dict[str, Any]:
        """What the hash says of itself."""
        algorithm, mark, inner = encoded.split("$", 2)
        return {**INNER.decode(inner), "algorithm": algorithm, "pepper": mark, "inner": inner}

    def verify(self, password: str, encoded: str) -> bool:
        """Whether that is the password; never where its pepper is not known any more."""
        told = self.decode(encoded)
        known = (each for each in _peppers() if _mark(each) == told["pepper"])
        pepper = next(known, None)
        return pepper is not None and bool(INNER.verify(_hot(password, pepper), told["inner"]))

    def safe_summary(self, encoded: str) -> Any:
        """What may be shown."""
        told = self.decode(encoded)
        return {"algorithm": told["algorithm"], "pepper": told["pepper"]}

    def must_update(self, encoded: str) -> bool:
        """Whether it is of a former pepper or weaker than today's."""
        told = self.decode(encoded)
        is_former = told["pepper"] != _mark(_peppers()[0])
        return is_former or bool(INNER.must_update(told["inner"]))

    def harden_runtime(self, password: str, encoded: str) -> None:
        """Argon2 needs nothing of the kind."""


def _hot(password: str, pepper: bytes) -> str:
    return hmac.new(pepper, password.encode(), sha256).hexdigest()


def _mark(pepper: bytes) -> str:
    """Which pepper it was; nothing can be told of the pepper from it."""
    return hmac.new(pepper, b"mark", sha256).hexdigest()[:8]


def _peppers() -> list[bytes]:
    """The pepper of today, then former ones, those derived from secrets last."""
    set_ones = [each.encode() for each in settings.PEPPERS if each]
    return [*set_ones, *map(_derived, (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS))]


@cache
def _derived(secret: str) -> bytes:
    return hmac.new(secret.encode(), b"identity.pepper", sha256).digest()
