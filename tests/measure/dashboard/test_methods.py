"""Every indicator has a page that says how it is made, from its own definition."""

import pytest
from django.test import Client

from nentang.foundation.facts.public import indicators
from nentang.measure.dashboard.rules.formulas import CHANGES
from nentang.measure.indicators.public import find_indicator

pytestmark = pytest.mark.django_db


def test_each_says_what_is_counted_by_which_act_and_what_it_cannot_say(client: Client) -> None:
    for indicator in indicators():
        text = client.get(f"/tong-quan/cach-tinh/{indicator.code}/").content.decode()
        assert indicator.definition_vi.partition(",")[0] in text
        assert indicator.source_act in text
        assert f"Đang dùng bản {indicator.formula_version}." in text
        assert "Chưa nói được gì" in text


def test_the_list_has_all_of_them_and_the_index_apart(client: Client) -> None:
    text = client.get("/tong-quan/cach-tinh/").content.decode()

    assert text.count('href="/tong-quan/cach-tinh/') >= len(indicators())
    assert 'href="/chi-so-dti/cach-tinh/"' in text


def test_numerator_and_denominator_stand_apart(client: Client) -> None:
    text = client.get("/tong-quan/cach-tinh/services.online/").content.decode()

    assert "<dd>Hồ sơ người dân tự nộp qua mạng</dd>" in text
    assert "<dd>mọi hồ sơ được nộp</dd>" in text


def test_every_later_formula_says_what_changed(client: Client) -> None:
    tests_own = "tests."
    beyond = {
        (each.code, number)
        for each in indicators()
        for number in range(2, each.formula_version + 1)
        if not each.code.startswith(tests_own)
    }

    assert beyond <= set(CHANGES), "say in dashboard/rules/formulas.py what the version changed"
    for code, number in CHANGES:
        assert find_indicator(code).formula_version >= number
    assert "Bản 2:" in client.get("/tong-quan/cach-tinh/casework.hours_held/").content.decode()


def test_an_indicator_that_is_none_is_not_found(client: Client) -> None:
    assert client.get("/tong-quan/cach-tinh/khong.co/").status_code == 404
