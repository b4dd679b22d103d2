"""Who signs a paper."""

from nentang.kernel.frozen import Frozen


class SigningParty(Frozen):
    """The organisation that signs, as its certificate names it; `code` may be empty."""

    id: int
    name: str
    code: str
