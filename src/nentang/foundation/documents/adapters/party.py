"""Who signs a paper, and how their signature stands beside others."""

from nentang.kernel.frozen import Frozen

BODIES, OFFICERS = "organizations", "officers"


class SigningParty(Frozen):
    """Whoever signs, as the certificate names them; `code` may be empty.

    `folder` says what `id` counts: bodies, or the accounts of officers who sign for one in person; then
    `employer` is the body.
    """

    id: int
    name: str
    code: str
    folder: str = BODIES
    employer: str = ""

    @property
    def label(self) -> str:
        """How a token labels the key: `organization-12`, `officer-7`."""
        return f"{self.folder.removesuffix('s')}-{self.id}"


class Place(Frozen):
    """Where in the file a signature stands: its field, and what may come after it.

    The first signature of a file certifies it; only another signature may follow where it is not the last.
    """

    field: str
    is_first: bool
    is_last: bool


ALONE = Place("ChuKySo", is_first=True, is_last=True)
SIGNATORY = Place("ChuKyNguoiKy", is_first=True, is_last=False)
SEAL = Place("ChuKySo", is_first=False, is_last=True)
