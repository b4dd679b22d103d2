"""The demo's two installations: what the clerk of documents of Bến Tre finds on the morning on which it opens."""

import shutil
from datetime import date, time
from pathlib import Path

import pytest
from django.db import close_old_connections
from pytest_django import Settings

from nentang.config.axis.neighbour import DATABASE
from nentang.config.demo.axis import RETURNED, join_bureaus, play_axis
from nentang.config.demo.cast import Bureau
from nentang.foundation.organizations.public import Organization, OrganizationLevel
from nentang.government.document_exchange.models import DayProof, Delivery, Installation
from nentang.government.office.models import IncomingDocument
from nentang.kernel import clock
from nentang.kernel.clock import at_local
from tests.foundation.organizations.factories import make_unit
from tests.foundation.outbox.workers import shared_database
from tests.government.office.factories import make_body, staffed

OPENS_AT = at_local(date(2020, 12, 31), time(8, 0))


def _bureau(body: Organization) -> Bureau:
    staff = staffed(body, OPENS_AT)
    return Bureau(body.pk, staff.document_clerk, staff.specialist, staff.head, staff.leader)


@pytest.mark.django_db(transaction=True)
def test_letters_came_one_waits_one_was_returned_and_the_day_is_proved(
    tmp_path: Path, tables: Path, settings: Settings
) -> None:
    settings.DEBUG = True  # plain http on this machine
    settings.MINISTRY_FOLDER = tmp_path / "ministry"
    settings.MINISTRY_FOLDER.mkdir()
    shutil.copy(tables, settings.MINISTRY_FOLDER / DATABASE)
    clock.use(lambda: OPENS_AT)
    make_unit("83", "Tỉnh Bến Tre")
    make_unit("37", "Tỉnh Ninh Bình")
    province = make_body("tỉnh Bến Tre", OrganizationLevel.PROVINCE, "H07", "83", None, OPENS_AT)
    commune = make_body("xã Yên Hoà", OrganizationLevel.COMMUNE, "H42.37.15", "37", None, OPENS_AT)
    bureaus = (_bureau(commune), _bureau(commune), _bureau(province))

    with shared_database(tmp_path):
        join_bureaus(bureaus, at=OPENS_AT)
        play_axis(bureaus)
        close_old_connections()

        ours = Delivery.objects.filter(consignment__sender__code="H07", consignment__status_code="")
        states = dict(ours.values_list("receiver__code", "state"))
        came = IncomingDocument.objects.filter(organization=province).order_by("pk")
        assert states == {"G14": "delivered", "G10": "waiting", "H42.37.15": "refused"}
        assert [each.case.state for each in came] == ["registered", "arrived", "arrived"]
        assert IncomingDocument.objects.get(organization=commune).result == RETURNED
        assert DayProof.objects.filter(sender__code="G14").get().our_count == 3
        assert all(each.is_equal for each in DayProof.objects.all())
        assert Installation.objects.get(code="bo-thong-tin").url == settings.MINISTRY_URL
