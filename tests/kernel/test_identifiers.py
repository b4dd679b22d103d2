"""Identifiers, with second opinions from python-stdnum and the published examples."""

from datetime import date

import phonenumbers
import pytest
from hypothesis import given
from hypothesis import strategies as st
from stdnum.vn import mst

from nentang.kernel.identifiers import (
    CodeScheme,
    InvalidIdentifier,
    PhoneKind,
    Sex,
    TaxpayerKind,
    format_dossier_code,
    parse_dossier_code,
    parse_organization_code,
    parse_personal_number,
    parse_phone,
    parse_procedure_code,
    parse_tax_code,
)

two_digits = st.integers(1, 99).map("{:02}".format)
three_digits = st.integers(1, 999).map("{:03}".format)
level_one = st.builds("{}{:02}".format, st.sampled_from("ABCDEFGHY"), st.integers(0, 99))
level_two = st.builds("{}.{}".format, level_one, two_digits)
level_three = st.builds("{}.{}".format, level_two, two_digits)
level_four = st.builds("{}.{}".format, level_three, three_digits)
state_codes = st.one_of(level_one, level_two, level_three, level_four)


def test_a_personal_number_tells_province_sex_and_year() -> None:
    number = parse_personal_number("087 084 000 999")
    assert (number.province_code, number.sex, number.birth_year) == ("87", Sex.MALE, 1984)


@pytest.mark.parametrize(
    ("text", "sex", "year"),
    [
        ("001199000001", Sex.FEMALE, 1999),
        ("001200000001", Sex.MALE, 2000),
        ("001321000001", Sex.FEMALE, 2021),
        ("001925000001", Sex.FEMALE, 2325),
    ],
)
def test_the_fourth_digit_tells_century_and_sex(text: str, sex: Sex, year: int) -> None:
    number = parse_personal_number(text)
    assert (number.sex, number.birth_year) == (sex, year)


def test_a_birth_registered_abroad_has_no_province() -> None:
    assert parse_personal_number("101090000001").province_code == ""


@pytest.mark.parametrize(
    "text", ["", "08708400099", "0870840009990", "099084000999", "08708400099x"]
)
def test_wrong_personal_numbers_are_refused(text: str) -> None:
    with pytest.raises(InvalidIdentifier) as refusal:
        parse_personal_number(text)
    assert not text or text not in refusal.value.sentence


@pytest.mark.parametrize(
    ("text", "valid"),
    [("0100112437", True), ("0100233488-001", True), ("0302635122", False)],
)
def test_published_tax_codes_read_as_published(text: str, valid: bool) -> None:
    assert mst.is_valid(text) is valid
    if valid:
        assert parse_tax_code(text).text == text
    else:
        with pytest.raises(InvalidIdentifier):
            parse_tax_code(text)


@given(
    st.from_regex(r"[0-9]{9,10}(-?[0-9]{3})?", fullmatch=True).filter(
        lambda t: len(t.replace("-", "")) != 12
    )
)
def test_tax_codes_are_judged_as_python_stdnum_does(text: str) -> None:
    try:
        code = parse_tax_code(text)
    except InvalidIdentifier:
        assert not mst.is_valid(text)
    else:
        assert mst.validate(text) == code.text.replace("-", "")


@given(st.integers(0, 99), st.integers(1, 9_999_999), st.integers(1, 999))
def test_a_tax_code_has_at_most_one_check_digit(province: int, serial: int, branch: int) -> None:
    body = f"{province:02}{serial:07}"
    check = mst.calc_check_digit(body)
    if len(check) == 1:
        assert parse_tax_code(body + check).kind is TaxpayerKind.TAXPAYER
        assert parse_tax_code(f"{body}{check}{branch:03}").text == f"{body}{check}-{branch:03}"
    for wrong in set("0123456789") - {check}:
        with pytest.raises(InvalidIdentifier):
            parse_tax_code(body + wrong)


def test_a_person_pays_tax_under_their_personal_number() -> None:
    assert parse_tax_code("087084000999").kind is TaxpayerKind.PERSON


@pytest.mark.parametrize(
    ("new", "old"),
    [
        ("H41", "000.00.00.H41"),
        ("H41.22", "000.00.22.H41"),
        ("H41.37.15", "000.15.37.H41"),
        ("G22.01.02.003", "003.02.01.G22"),
    ],
)
def test_both_forms_of_an_organisation_code_are_one(new: str, old: str) -> None:
    code = parse_organization_code(new)
    assert code == parse_organization_code(old.lower())
    assert (code.qd20, code.qcvn102) == (new, old)


@given(state_codes)
def test_organisation_codes_survive_the_way_there_and_back(text: str) -> None:
    code = parse_organization_code(text)
    assert code.qcvn102 is not None
    assert parse_organization_code(code.qcvn102) == code
    assert parse_organization_code(code.qd20) == code
    assert code.parent is None or code.qd20.startswith(code.parent.qd20 + ".")


def test_codes_too_deep_for_the_old_form_have_none() -> None:
    assert parse_organization_code("H41.37.15.001.02").qcvn102 is None
    assert parse_organization_code("H41.3A").qcvn102 is None


def test_enterprises_and_other_systems_have_codes_of_their_own() -> None:
    assert parse_organization_code("0100112437").scheme is CodeScheme.ENTERPRISE
    assert parse_organization_code("Z07.ABC1").scheme is CodeScheme.OTHER


@pytest.mark.parametrize(
    "text",
    [
        "",
        "41",
        "H4",
        "Z00A",
        "H41..15",
        "H41.",
        "H41.00",
        "H41-15",
        "H41." + "1" * 32,
        "0302635122",
    ],
)
def test_wrong_organisation_codes_are_refused(text: str) -> None:
    with pytest.raises(InvalidIdentifier):
        parse_organization_code(text)


def test_the_dossier_code_of_the_circular() -> None:
    text = format_dossier_code("H41.22", date(2020, 12, 31), 1)
    assert text == "000.00.22.H41-201231-0001"
    assert parse_dossier_code(text).day == date(2020, 12, 31)


@given(state_codes, st.dates(date(2000, 1, 1), date(2099, 12, 31)), st.integers(1, 999_999))
def test_dossier_codes_survive_the_way_there_and_back(body: str, day: date, serial: int) -> None:
    code = parse_dossier_code(format_dossier_code(body, day, serial))
    assert (code.organization.qd20, code.day, code.serial) == (body, day, serial)


@pytest.mark.parametrize(
    "text", ["", "000.00.22.H41-201231", "000.00.22.H41-201331-0001", "000.00.22-201231-0001"]
)
def test_wrong_dossier_codes_are_refused(text: str) -> None:
    with pytest.raises(InvalidIdentifier):
        parse_dossier_code(text)


@pytest.mark.parametrize(
    ("text", "e164", "kind"),
    [
        ("0912 345 678", "+84912345678", PhoneKind.MOBILE),
        ("+84 912.345.678", "+84912345678", PhoneKind.MOBILE),
        ("84912345678", "+84912345678", PhoneKind.MOBILE),
        ("(024) 3825 5555", "+842438255555", PhoneKind.FIXED),
    ],
)
def test_phones_are_read_however_they_are_spaced(text: str, e164: str, kind: PhoneKind) -> None:
    phone = parse_phone(text)
    assert (phone.e164, phone.kind) == (e164, kind)
    assert parse_phone(phone.national) == phone


@pytest.mark.parametrize("text", ["", "abc", "0112345678", "113", "091234567", "+1 650 253 0000"])
def test_wrong_phones_are_refused(text: str) -> None:
    with pytest.raises(InvalidIdentifier):
        parse_phone(text)


def test_procedure_codes_may_name_the_body_with_its_own_variant() -> None:
    assert parse_procedure_code("1.001193").organization is None
    local = parse_procedure_code(" 1.001193.000.00.00.h41 ")
    assert local.organization is not None
    assert local.organization.qd20 == "H41"
    assert local.text == "1.001193.000.00.00.H41"


@pytest.mark.parametrize("text", ["", "4.001193", "1.1193", "1.001193.H41"])
def test_wrong_procedure_codes_are_refused(text: str) -> None:
    with pytest.raises(InvalidIdentifier):
        parse_procedure_code(text)


@given(st.from_regex(r"0[35789][0-9]{8}", fullmatch=True))
def test_mobiles_are_read_as_the_numbering_plan_has_them(text: str) -> None:
    number = phonenumbers.parse(text, "VN")
    is_mobile = phonenumbers.number_type(number) == phonenumbers.PhoneNumberType.MOBILE
    form = phonenumbers.PhoneNumberFormat

    try:
        phone = parse_phone(text)
    except InvalidIdentifier:
        assert not is_mobile
    else:
        assert (phone.kind is PhoneKind.MOBILE) is is_mobile
        assert phone.national == phonenumbers.format_number(number, form.NATIONAL)
