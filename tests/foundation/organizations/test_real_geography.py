"""The geography that the project ships, loaded once, checked against the acts and known places."""

from collections import Counter
from datetime import UTC, date, datetime, timedelta
from fractions import Fraction
from typing import ClassVar

from django.test import TestCase
from django.urls import reverse

from nentang.foundation.organizations.models import GeographyEdition, Organization, UnitSuccession
from nentang.foundation.organizations.public import (
    GeographyShare,
    candidates,
    current_organization,
    equal_parts,
    geography_map,
    load_geography,
    organization_by_code,
    organization_for,
    predecessors,
    province_of,
    search_former_units,
    search_units,
    successors,
    unit_as_of,
    units_on,
)

BEFORE, AFTER = date(2025, 6, 30), date(2025, 7, 1)
AT = datetime(2026, 11, 2, 2, 0, tzinfo=UTC)


class TestRealGeography(TestCase):
    progress: ClassVar[list[tuple[int, int]]] = []

    @classmethod
    def setUpTestData(cls) -> None:
        load_geography(at=AT, progress=lambda done, total: cls.progress.append((done, total)))

    def count(self, day: date) -> tuple[int, ...]:
        return tuple(len(units_on(day, level)) for level in ("province", "district", "commune"))

    def test_both_eras_have_as_many_units_as_the_acts_list(self) -> None:
        assert self.count(BEFORE) == (63, 696, 10_035)
        assert self.count(AFTER) == (34, 0, 3_321)

    def test_471_communes_were_split(self) -> None:
        steps = UnitSuccession.objects.filter(old__level="commune")
        heirs = Counter(steps.values_list("old", flat=True))
        assert sum(count > 1 for count in heirs.values()) == 471
        assert len(heirs) == 10_035

    def test_ben_tre_had_148_communes(self) -> None:
        assert len(units_on(BEFORE, "commune", within="83")) == 148

    def test_yen_hoa_of_yen_mo_became_a_part_of_yen_mo(self) -> None:
        [found, *_] = search_units("yên hoà yên mô", BEFORE)
        assert (found.code, found.place) == ("14722", "Xã Yên Hòa, Huyện Yên Mô, Tỉnh Ninh Bình")
        [step] = successors("14722", BEFORE)
        assert (step.new.code, step.new.place) == ("14701", "Xã Yên Mô, Tỉnh Ninh Bình")
        assert step.extent == "whole"
        assert "14722" in {each.old.code for each in predecessors("14701", AFTER)}
        assert province_of("14722", BEFORE).full_name == "Tỉnh Ninh Bình"

    def test_old_names_lead_to_where_the_place_lies_now(self) -> None:
        [former, *_] = search_former_units("Yên Hoà, Yên Mô", AFTER)
        assert [heir.place for heir in candidates(former.code, former.valid_from, AFTER)] == [
            "Xã Yên Mô, Tỉnh Ninh Bình"
        ]

    def test_a_split_commune_has_several_candidates_the_usual_first(self) -> None:
        names = [heir.full_name for heir in candidates("00007", BEFORE, AFTER)]
        assert names == ["Phường Ngọc Hà", "Phường Giảng Võ"]

    def test_a_kept_code_names_another_unit_on_another_day(self) -> None:
        assert unit_as_of("08", BEFORE).id != unit_as_of("08", AFTER).id
        assert unit_as_of("01", BEFORE).id == unit_as_of("01", AFTER).id
        assert [p.code for p in candidates("08", AFTER, BEFORE)] == ["08", "02"]

    def test_an_island_district_became_a_special_zone(self) -> None:
        [heir] = candidates("498", BEFORE, AFTER)
        assert heir.place == "Đặc khu Hoàng Sa, Thành phố Đà Nẵng"

    def test_spelling_and_short_forms_are_forgiven(self) -> None:
        assert search_units("tp hcm", AFTER)[0].code == "79"
        assert search_units("ninh bnh", AFTER)[0].full_name == "Tỉnh Ninh Bình"
        assert search_units("14701", AFTER)[0].full_name == "Xã Yên Mô"
        assert search_units("Yên Hòa", BEFORE)[0].name == "Yên Hòa"
        assert search_units("", AFTER) == search_units("zzzz qqqq", AFTER) == ()
        assert all(unit.province_code == "37" for unit in search_units("yen", AFTER, within="37"))

    def test_totals_are_equal_under_the_geography_of_any_day(self) -> None:
        self.assert_total(geography_map(BEFORE))
        self.assert_total(geography_map(AFTER, level="province", apportion=equal_parts))

    def assert_total(self, rows: tuple[GeographyShare, ...]) -> None:
        given: Counter[tuple[str, date]] = Counter()
        for row in rows:
            given[row.unit_code, row.valid_from] += row.share
        assert set(given.values()) == {Fraction(1)}
        assert len(given) == GeographyEdition.objects.get().units

    def test_figures_of_a_new_province_gather_those_of_the_old_ones(self) -> None:
        rows = geography_map(AFTER, level="province")
        gathered = {row.unit_code for row in rows if row.target_code == "08" and row.valid_to}
        assert {"02", "08"} <= gathered
        assert {row.target_code for row in rows} == {
            unit.code for unit in units_on(AFTER, "province")
        }

    def test_ministries_and_provinces_have_their_bodies(self) -> None:
        on = Organization.objects.on
        assert on(BEFORE).filter(kind="peoples_committee").count() == 63
        assert on(AFTER).filter(kind="peoples_committee").count() == 34
        assert on(date(2020, 12, 7)).filter(level="ministry").count() == 22
        assert on(AFTER).filter(level="ministry").count() == 17
        assert (
            organization_by_code("000.00.00.H42", BEFORE).name == "Ủy ban nhân dân tỉnh Ninh Bình"
        )

    def test_old_matters_find_the_present_body(self) -> None:
        old = organization_for("02", BEFORE)
        assert current_organization(old.id, BEFORE) == old
        assert current_organization(old.id, AFTER) == organization_for("08", AFTER)
        ministry = organization_by_code("G14", BEFORE - timedelta(days=365))
        assert current_organization(ministry.id, AFTER).name == "Bộ Khoa học và Công nghệ"

    def test_loading_again_changes_nothing_and_progress_reaches_the_end(self) -> None:
        assert self.progress[-1][0] == self.progress[-1][1]
        bodies = Organization.objects.count()
        with self.assertNumQueries(1):
            load_geography(at=AT)
        GeographyEdition.objects.all().delete()
        load_geography(at=AT)
        assert self.count(BEFORE) == (63, 696, 10_035)
        assert Organization.objects.count() == bodies

    def test_a_province_has_its_conversion_as_a_table(self) -> None:
        response = self.client.get(
            reverse("organizations:conversion", args=["37"]), {"ngay": "2025-06-30"}
        )
        lines = response.content.decode("utf-8-sig").splitlines()
        assert response["Content-Type"].startswith("text/csv")
        assert any(line.startswith("14722,") and ",14701," in line for line in lines)
        assert len(lines) > 100
