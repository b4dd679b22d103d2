"""The demo's birth: registered, at the police, the insurance card still to come."""

from datetime import date, time

import pytest

from nentang.config.demo.cast import Office
from nentang.config.demo.linked import play_birth_trio
from nentang.foundation.documents.public import SigningPool
from nentang.foundation.identity.public import Account
from nentang.foundation.organizations.public import Unit, unit_as_of
from nentang.government.linked.queries import find_chain, picture_of
from nentang.kernel.clock import at_local
from tests.foundation.identity.factories import make_account, make_person
from tests.government.linked.factories import make_place
from tests.government.services.factories import Office as Desk

FOUNDED = at_local(date(2020, 1, 2), time(8, 0))
OPENS_AT = at_local(date(2020, 12, 31), time(8, 0))


def staged(desk: Desk) -> Office:
    return Office(desk.body.pk, unit_as_of("98001", date(2020, 12, 31)), desk.clerk, desk.leader)


@pytest.mark.django_db(transaction=True)
def test_a_birth_stands_in_the_middle_of_its_three_works() -> None:
    place = make_place(at=FOUNDED)
    Unit.objects.filter(code="98").update(code="37")  # numbers are given in provinces that exist
    Unit.objects.update(province_code="37")
    father = make_account(at=FOUNDED, person=make_person(at=FOUNDED), assurance=2)
    Account.objects.filter(pk=father.pk).update(username="buithu")

    with SigningPool(1) as pool:
        chain = play_birth_trio(
            staged(place.commune), staged(place.police), pool=pool, until=OPENS_AT
        )

    parts = picture_of(find_chain(chain.code), date(2020, 12, 31)).parts
    assert [each.standing for each in parts] == ["done", "now", "next"]
    assert parts[0].result is not None
    assert parts[0].result.state == "signed"
    assert parts[1].due_at is not None
    assert parts[2].body == place.insurance.body.name
