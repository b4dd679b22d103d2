"""The API of one's own data."""

from django.http import HttpRequest
from ninja import Router

from nentang.agreements.actor import Actor
from nentang.kernel.errors import NotFound

from .public import person
from .public.api_auth import ApiAuth
from .schemas import Me

router = Router(tags=["identity"])


@router.get("/me", auth=ApiAuth("profile"), response=Me, summary="My own data")
def me(request: HttpRequest) -> Me:
    """The signed-in person; phone, e-mail and number only where the token's scopes name them."""
    actor: Actor = request.auth  # type: ignore[attr-defined] # set by ninja
    if actor.person_id is None:
        raise NotFound
    known = person(actor.person_id)

    def shown(scope: str, value: str | None) -> str | None:
        return value if not actor.scopes or scope in actor.scopes else None

    return Me(
        full_name=known.full_name,
        birth_on=known.birth_on,
        birth_year=known.birth_year,
        sex=known.sex,
        personal_number=shown("personal_number", known.personal_number)
        if actor.assurance >= 2
        else None,
        phone=shown("phone", known.phone),
        email=shown("email", known.email),
        assurance=actor.assurance,
    )
