"""The officers' inbox with 50 rows against a bare Django view with the same query and template.

The peer has sessions, sign-in and messages, as a page that knows its officer needs them, and no
more: no security headers, no content security policy, no request number, no audience, no lock-out.
"""

from collections.abc import Callable
from datetime import UTC, datetime
from inspect import unwrap

from benchmarks.database import prepare

prepare()

from django.http import HttpResponse  # noqa: E402
from django.test import Client, override_settings  # noqa: E402
from django.urls import clear_url_caches, path  # noqa: E402

from benchmarks.harness import compare  # noqa: E402
from nentang.config import urls as house  # noqa: E402
from nentang.foundation.casework.public import open_case, start_clock  # noqa: E402
from nentang.foundation.casework.views import inbox_page  # noqa: E402
from nentang.foundation.identity.models import Account  # noqa: E402
from nentang.kernel import clock  # noqa: E402
from tests.foundation.identity.factories import PASSWORD  # noqa: E402
from tests.government.services.factories import Office, make_office  # noqa: E402

AT = datetime(2020, 12, 7, 2, 0, tzinfo=UTC)
PAGES = 8
ADDRESS, BARE = "/viec/?loc=ca-bo-phan", "/bare/?loc=ca-bo-phan"
BARE_MIDDLEWARE = [
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "nentang.foundation.identity.middleware.ActorMiddleware",
]


def fill(office: Office, cases: int = 120) -> None:
    """Cases with a due time at the office."""
    for number in range(cases):
        case = open_case(
            kind="dossier", code=f"000.00.37.H42-201207-{number:04d}", organization_id=office.body.pk,
            title="Đăng ký khai sinh", applicant_person_id=None, applicant_name="Bùi Văn Thử",
            channel="online", unit_code="98001", actor=office.clerk, at=AT,
        )  # fmt: skip
        start_clock(case=case, working_days=1 + number % 20, actor=office.clerk, at=AT)


def reader(client: Client, address: str) -> Callable[[], int]:
    """Reads the page some times; every answer must be a page with its rows."""

    def read() -> int:
        for _ in range(PAGES):
            page: HttpResponse = client.get(address)
            assert page.status_code == 200
            assert page.content.count(b"H42-201207-") >= 50
        return PAGES

    return read


def signed_in(account_id: int) -> Client:
    client = Client(HTTP_HOST="localhost")
    name = Account.objects.get(pk=account_id).username
    client.post("/dang-nhap/", {"login": name, "password": PASSWORD})
    return client


def main() -> None:
    clock.use(lambda: AT)
    office = make_office(at=AT)
    fill(office)
    house.urlpatterns.append(path("bare/", unwrap(inbox_page), name="bare"))
    clear_url_caches()
    officer = office.clerk.account_id or 0
    ours, bare = signed_in(officer), Client(HTTP_HOST="localhost")
    bare.cookies = ours.cookies
    with override_settings(MIDDLEWARE=BARE_MIDDLEWARE):
        bare.get(BARE)  # its handler keeps the middleware that it was made with
    compare("list_page", reader(ours, ADDRESS), reader(bare, BARE), goal=0.6, peer_name="bare view")


if __name__ == "__main__":
    main()
