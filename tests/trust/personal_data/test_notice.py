"""Anybody may read what is collected, for what and for how long, before they type a word."""

from datetime import datetime

import pytest
from django.apps import apps
from django.test import Client

from nentang.foundation.holdings.public import holdings
from nentang.kernel import clock
from nentang.kernel.personal_data import NO_PERSONAL_DATA
from nentang.trust.personal_data.adapters.notice import told_of_holdings

pytestmark = pytest.mark.django_db


def test_every_model_that_holds_something_of_people_stands_there(at: datetime) -> None:
    clock.use(lambda: at)
    page = Client().get("/du-lieu-ca-nhan/").content.decode()
    declared = {
        model._meta.label: model
        for model in apps.get_models()
        if getattr(model, "PERSONAL_DATA", NO_PERSONAL_DATA)
    }
    titled = {each.label: str(each.title) for each in holdings()}
    assert len(declared) > 15
    assert [label for label in declared if label in titled and titled[label] not in page] == []
    purposes = {f.purpose for m in declared.values() for f in m.PERSONAL_DATA.values()}
    told = {purpose for each in told_of_holdings(at.date()) for purpose in each.purposes}
    missing = purposes - told
    held_by_no_one = {
        f.purpose
        for label, model in declared.items()
        if label not in titled
        for f in model.PERSONAL_DATA.values()
    }
    assert missing <= held_by_no_one


def test_it_is_a_link_on_every_page(at: datetime) -> None:
    assert 'href="/du-lieu-ca-nhan/"' in Client().get("/dang-ky/").content.decode()


def test_what_is_kept_for_ever_is_not_said_to_go_after_some_days(at: datetime) -> None:
    kinds = {each.title: each for each in told_of_holdings(at.date())}
    assert kinds["Những lần đăng nhập"].days == 365
    assert kinds["Thông tin nhân thân"].days is None
