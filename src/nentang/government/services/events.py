"""What happened to dossiers: identifiers and values only, no personal data."""

from typing import ClassVar

from nentang.kernel.frozen import Frozen


class DossierSubmitted(Frozen):
    """A dossier came in, online or at the counter."""

    name: ClassVar[str] = "services.dossier_submitted"
    dossier_id: int
    code: str
    procedure: str
    organization_id: int
    channel: str


class DossierGranted(Frozen):
    """What a dossier applied for was granted; its result is being signed."""

    name: ClassVar[str] = "services.dossier_granted"
    dossier_id: int
    code: str
    procedure: str
    organization_id: int


class FindingsRecorded(Frozen):
    """The office wrote down what it found out for the result."""

    name: ClassVar[str] = "services.findings_recorded"
    dossier_id: int
    code: str
    procedure: str


class DossierRated(Frozen):
    """The applicant gave stars."""

    name: ClassVar[str] = "services.dossier_rated"
    dossier_id: int
    stars: int
