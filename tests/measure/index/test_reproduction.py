"""What was published comes out of what was published of its parts."""

import csv
from fractions import Fraction

import pytest

from nentang.measure.index.rules.framework import FAMILIES, FOLDER, law_of, rule_for
from nentang.measure.index.rules.reckoning import group_shares, reckon
from nentang.measure.index.rules.tables import Scored, TableFault, score_table

NEAR = Fraction(1, 10_000)


def scored(family: str, name: str, year: int | None = None) -> list[Scored]:
    text = (FOLDER / name).read_text("utf-8")
    return score_table(law_of(family), text, year=year, is_json=False)


def test_provinces_of_2022_come_out_of_their_main_indicators() -> None:
    found = scored("dti_province", "published_2022_mains.csv", 2022)

    assert {each.row.unit for each in found} >= {"Đà Nẵng", "Quảng Ninh"}
    assert all(each.difference is not None and abs(each.difference) <= NEAR for each in found)


def test_bac_ninh_of_2020_comes_out_of_its_pillars() -> None:
    with (FOLDER / "published_values.csv").open(encoding="utf-8") as file:
        own = {
            row["indicator"]: row["value"]
            for row in csv.DictReader(file)
            if (row["year"], row["unit"]) == ("2020", "Bắc Ninh")
        }
    text = "unit,chính quyền số,kinh tế số,xã hội số,dti\n" + ",".join(
        ["Bắc Ninh", *(own[name] for name in ("chính quyền số", "kinh tế số", "xã hội số", "DTI"))]
    )
    [found] = score_table(law_of("dti_province"), text, year=2020, is_json=False)

    assert found.difference is not None
    assert abs(found.difference) <= NEAR
    assert found.value == Fraction("0.40956")


def test_egdi_of_every_listed_year_comes_out_of_its_components() -> None:
    found = scored("egdi", "published_egdi.csv")

    assert {each.row.year for each in found} == {2010, 2012, 2014, 2016, 2018, 2020, 2022}
    assert all(each.difference is not None and abs(each.difference) <= NEAR for each in found)


def test_egdi_of_2010_had_weights_of_its_own() -> None:
    of_2010, of_2012 = (rule_for(law_of("egdi"), year) for year in (2010, 2012))

    assert of_2010
    assert of_2012
    assert of_2010.value.root.parts[0].own_weight == Fraction("0.34")
    assert of_2012.value.root.parts[0].own_weight == Fraction(1, 3)


def test_gci_of_2024_is_exact_and_that_of_2020_shows_how_far_its_parts_are_from_it() -> None:
    of_2020, of_2024 = scored("gci", "published_gci.csv")

    assert of_2024.difference == 0
    assert of_2020.difference == Fraction("-0.04")


def test_the_overlapping_pillars_of_2022_fit_what_was_published_of_tra_vinh() -> None:
    """Four published numbers leave one way to fill the four unknowns, and it lies within their points."""
    rule = rule_for(law_of("dti_province"), 2022)
    assert rule
    common, government, economy, society = 340.8 / 500, 127 / 200, 91.3 / 150, 48.6 / 150
    mains = ("nhan_thuc_so", "the_che_so", "ha_tang_so", "nhan_luc_so", "an_toan_thong_tin_mang")
    inputs = {main: Fraction(common) for main in mains}
    inputs |= {
        "hoat_dong_chinh_quyen_so": Fraction(government),
        "hoat_dong_kinh_te_so": Fraction(economy),
        "hoat_dong_xa_hoi_so": Fraction(society),
    }
    whole = reckon(rule.value, inputs)
    shares = group_shares(rule.value, whole)

    assert float(whole.share or 0) == pytest.approx(0.6077, abs=1e-4)
    assert [round(float(share or 0), 4) for share in shares.values()] == pytest.approx(
        [0.6683, 0.6647, 0.5991], abs=2e-4
    )


@pytest.mark.parametrize("family", FAMILIES)
def test_codes_are_unique_in_every_framework(family: str) -> None:
    for rule in law_of(family).rules:
        codes = [node.code for node in rule.value.root.all()]
        assert len(codes) == len(set(codes))


def test_the_structure_of_922_has_a_thousand_points_and_98_components() -> None:
    rule = rule_for(law_of("dti_province"), 2022)
    assert rule
    mains = rule.value.root.parts

    assert sum(main.own_weight for main in mains) == 1000
    assert sum(main.hidden + len(main.parts) for main in mains) == 98


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("unit,year,chinh_quyen_so\nA,2020,1.4\n", "line 2, chinh_quyen_so: 1.4 is not between 0"),
        ("unit,year,chinh_quyen_so\nA,2020,nhiều\n", "'nhiều' is no number"),
        ("unit,chinh_quyen_so\nA,0.4\n", "no year"),
        ("unit,year,chinh_quyen_so\nA,1999,0.4\n", "the first year is 2020"),
        ("unit,year,khac\nA,2020,0.4\n", "no column of the framework"),
        ("unit,unit\nA,B\n", "stands twice"),
        ("unit,year\nA,2020,0.3\n", "3 cells under a head of 2"),
        ("", "empty"),
        (
            "unit,year,chinh_quyen_so.nhan_thuc.lanh_dao\nA,2020,Vua\n",
            "does not fit, needed is one",
        ),
    ],
)
def test_a_fault_is_named_with_its_place(text: str, said: str) -> None:
    with pytest.raises(TableFault) as fault:
        score_table(law_of("dti_province"), text, year=None, is_json=False)

    assert said in str(fault.value)


def test_a_table_may_be_json_and_its_numbers_vietnamese() -> None:
    text = '{"rows": [{"country": "Việt Nam", "year": 2010, "OSI": "0,30476", "TII": 0.22606, "HCI": "80,976%"}]}'
    [found] = score_table(law_of("egdi"), text, year=None, is_json=True)

    assert float(found.value or 0) == pytest.approx(0.44544, abs=1e-5)


def test_a_missing_main_indicator_makes_the_whole_unknown_and_not_smaller() -> None:
    text = "unit,year,chinh_quyen_so,kinh_te_so\nA,2020,0.4,0.5\n"
    [found] = score_table(law_of("dti_province"), text, year=None, is_json=False)

    assert found.value is None
    assert found.reckoned.coverage == Fraction("0.7")
