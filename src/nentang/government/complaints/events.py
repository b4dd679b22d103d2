"""What happened to complaints: identifiers and values only, no personal data."""

from typing import ClassVar

from nentang.kernel.frozen import Frozen


class ComplaintFiled(Frozen):
    """Somebody complained about a dossier; `settled_by_id` is the body that has to settle it."""

    name: ClassVar[str] = "complaints.complaint_filed"
    complaint_id: int
    code: str
    dossier_code: str
    about: str
    instance: int
    against_id: int
    settled_by_id: int


class ComplaintDecided(Frozen):
    """A complaint was decided: whether it was right, and what follows for the dossier."""

    name: ClassVar[str] = "complaints.complaint_decided"
    complaint_id: int
    code: str
    dossier_code: str
    verdict: str
    remedy: str
    settled_by_id: int
