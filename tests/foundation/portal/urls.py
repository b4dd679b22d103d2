"""The house's addresses, and some that go wrong on purpose."""

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.urls import path

from nentang.config import urls as house
from nentang.kernel.errors import (
    Conflict,
    DomainError,
    Invalid,
    NotAllowed,
    NotFound,
    TooOften,
    Unavailable,
)


class TakenName(Conflict):
    code = "portal.taken_name"
    message = "Tên {name} đã có người dùng. Chọn tên khác."


REFUSALS: dict[str, Exception] = {
    "404": NotFound(),
    "403": NotAllowed(),
    "denied": PermissionDenied(),
    "409": TakenName(name="Mẫu"),
    "422": Invalid(fields={"name": ["Điền tên."]}),
    "429": TooOften(wait=90),
    "503": Unavailable(),
    "400": DomainError(),
    "500": ZeroDivisionError("secret"),
}


def refuse(request: HttpRequest, why: str) -> HttpResponse:
    raise REFUSALS[why]


def receive(request: HttpRequest) -> HttpResponse:
    return HttpResponse(request.POST.get("words", ""))


urlpatterns = [*house.urlpatterns, path("thu/<str:why>/", refuse), path("nhan/", receive)]
handler400, handler403 = house.handler400, house.handler403
handler404, handler500 = house.handler404, house.handler500
