"""JSON for the person: their exports and requests."""

from django.http import HttpRequest
from ninja import Router

from nentang.agreements.actor import Actor
from nentang.foundation.identity.public.api_auth import ApiAuth

from .permissions import check_own_name
from .queries import exports_of, requests_of
from .schemas import ExportOut, OwnData, RequestOut

router = Router()


@router.get(
    "/personal-data",
    auth=ApiAuth("personal_data:read"),
    response=OwnData,
    summary="Own exports and requests about personal data",
)
def own_data(request: HttpRequest) -> OwnData:
    """How the person's requests stand; the data themselves are given on the page alone."""
    actor: Actor = request.auth  # type: ignore[attr-defined] # set by ApiAuth
    person_id = check_own_name(actor)
    return OwnData(
        exports=[ExportOut.of(each) for each in exports_of(person_id)],
        requests=[RequestOut.of(each) for each in requests_of(person_id)],
    )
