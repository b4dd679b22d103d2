"""What happened in data sharing: identifiers and values only, no personal data."""

from typing import ClassVar

from nentang.kernel.frozen import Frozen


class AccessAsked(Frozen):
    """A body asked another for a service."""

    name: ClassVar[str] = "data_sharing.access_asked"
    code: str
    client: str
    service: str
    provider_id: int


class AccessGranted(Frozen):
    """A system may call a service from now on."""

    name: ClassVar[str] = "data_sharing.access_granted"
    code: str
    grant: str
    client: str
    service: str


class AccessEnded(Frozen):
    """A grant was revoked or given up."""

    name: ClassVar[str] = "data_sharing.access_ended"
    grant: str
    client: str
    service: str
