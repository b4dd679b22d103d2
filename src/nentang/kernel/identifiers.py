"""Identifiers that the law defines: each parser returns a frozen value or raises InvalidIdentifier."""

import re
from datetime import date
from enum import StrEnum

from nentang.kernel.frozen import Frozen

from .errors import Invalid

# Provinces whose codes stand in personal numbers for life (Circular 07/2016/TT-BCA, annex).
_PROVINCES = frozenset(
    [
        "01",
        "02",
        "04",
        "06",
        "08",
        "10",
        "11",
        "12",
        "14",
        "15",
        "17",
        "19",
        "20",
        "22",
        "24",
        "25",
        "26",
        "27",
        "30",
        "31",
        "33",
        "34",
        "35",
        "36",
        "37",
        "38",
        "40",
        "42",
        "44",
        "45",
        "46",
        "48",
        "49",
        "51",
        "52",
        "54",
        "56",
        "58",
        "60",
        "62",
        "64",
        "66",
        "67",
        "68",
        "70",
        "72",
        "74",
        "75",
        "77",
        "79",
        "80",
        "82",
        "83",
        "84",
        "86",
        "87",
        "89",
        "91",
        "92",
        "93",
        "94",
        "95",
        "96",
    ]
)
_TAX_WEIGHTS = (31, 29, 23, 19, 17, 13, 7, 5, 3)
_QD20 = re.compile(r"[A-Y]\d{2}(\.[0-9A-Z]+)*", re.ASCII)
_QCVN102 = re.compile(r"(\d{3})\.(\d{2})\.(\d{2})\.([A-Y]\d{2})", re.ASCII)
_OTHER_SYSTEM = re.compile(r"Z(0[1-9]|[1-9]\d)[0-9A-Z.]{0,32}")
_DOSSIER = re.compile(r"([0-9A-Z.]+)-(\d{2})(\d{2})(\d{2})-(\d{4,6})", re.ASCII)
_MOBILE = re.compile(  # as the numbering plan in phonenumbers has it, which takes a hundred times as long
    r"(?:\+84|0)((?:5(?:2[238]|59)|89[6-9]|99[013-9])\d{6}|(?:3\d|5[1689]|7[06-9]|8[1-8]|9[0-8])\d{7})",
    re.ASCII,
)
_PROCEDURE = re.compile(r"([123]\.\d{6})(?:\.000\.00\.00\.([A-Y]\d{2}))?", re.ASCII)


class InvalidIdentifier(Invalid):
    """What was entered cannot be such an identifier. The text itself is kept out of the error."""

    code = "kernel.invalid_identifier"
    message = "{what} chưa đúng: {rule}. Kiểm tra lại từng ký tự."


class Sex(StrEnum):
    """Sex as entered in the civil-status record."""

    MALE = "male"
    FEMALE = "female"


class PersonalNumber(Frozen, gc=False):
    """A personal identification number (số định danh cá nhân, Decree 137/2015/NĐ-CP, Art. 13).

    `province_code` is the province of birth registration; empty for a birth registered abroad.
    """

    text: str
    province_code: str
    sex: Sex
    birth_year: int


class TaxpayerKind(StrEnum):
    """Whom a tax code belongs to."""

    TAXPAYER = "taxpayer"
    BRANCH = "branch"
    PERSON = "person"


class TaxCode(Frozen):
    """A tax code: 10 digits, 10-3 for a branch, or a personal number (persons, since 1/7/2025)."""

    text: str
    kind: TaxpayerKind


class CodeScheme(StrEnum):
    """Which part of Decision 20/2020/QĐ-TTg a code follows."""

    STATE = "state"
    ENTERPRISE = "enterprise"
    OTHER = "other"


class OrganizationCode(Frozen, gc=False):
    """An organisation's code, groups from level 1 downwards (Decision 20/2020/QĐ-TTg)."""

    scheme: CodeScheme
    groups: tuple[str, ...]

    @property
    def qd20(self) -> str:
        """The form of Decision 20/2020: `H41.37.15`."""
        return ".".join(self.groups)

    @property
    def qcvn102(self) -> str | None:
        """The form of QCVN 102:2016, level 1 at the right: `000.15.37.H41`; None where it has no room."""
        if self.scheme is not CodeScheme.STATE:
            return None
        padded = ".".join(reversed([*self.groups, *("00", "00", "000")[len(self.groups) - 1 :]]))
        return padded if _QCVN102.fullmatch(padded) else None

    @property
    def parent(self) -> "OrganizationCode | None":
        """The code one level up; None at level 1."""
        if len(self.groups) == 1:
            return None
        return OrganizationCode(self.scheme, self.groups[:-1])


class DossierCode(Frozen, gc=False):
    """A dossier's code: receiving body, day of receipt, serial of that day."""

    organization: OrganizationCode
    day: date
    serial: int

    @property
    def text(self) -> str:
        """`000.00.22.H41-201231-0001` (Circular 01/2018/TT-VPCP, Art. 19)."""
        body = self.organization.qcvn102 or self.organization.qd20
        return f"{body}-{self.day:%y%m%d}-{self.serial:04d}"


class PhoneKind(StrEnum):
    """What kind of line a number is; only mobiles receive messages."""

    MOBILE = "mobile"
    FIXED = "fixed"


class Phone(Frozen, gc=False):
    """A Vietnamese telephone number: `e164` for machines, `national` for people."""

    e164: str
    national: str
    kind: PhoneKind


class ProcedureCode(Frozen):
    """An administrative procedure: national number and, where one body has its own, that body."""

    number: str
    organization: OrganizationCode | None

    @property
    def text(self) -> str:
        """`1.001193` or `1.001193.000.00.00.H41`."""
        return f"{self.number}.{self.organization.qcvn102}" if self.organization else self.number


def parse_personal_number(text: str) -> PersonalNumber:
    """12 digits: province (or country), century and sex, year, six more; no check digit exists."""
    digits = re.sub(r"\s", "", text)
    known = re.fullmatch(r"[0-9]{12}", digits) and (digits[0] != "0" or digits[1:3] in _PROVINCES)
    if not known:
        raise InvalidIdentifier(
            what="Số định danh cá nhân", rule="gồm 12 chữ số, bắt đầu bằng mã nơi đăng ký khai sinh"
        )
    century = int(digits[3])
    return PersonalNumber(
        text=digits,
        province_code=digits[1:3] if digits[0] == "0" else "",
        sex=Sex.FEMALE if century % 2 else Sex.MALE,
        birth_year=1900 + 100 * (century // 2) + int(digits[4:6]),
    )


def parse_tax_code(text: str) -> TaxCode:
    """10 digits with check digit, the same with a branch 001 to 999, or a personal number.

    Circular 105/2020/TT-BTC, Art. 5; personal numbers: Circular 86/2024/TT-BTC, from 1/7/2025.
    """
    digits = re.sub(r"[\s-]", "", text)
    if re.fullmatch(r"[0-9]{12}", digits):
        return TaxCode(parse_personal_number(digits).text, TaxpayerKind.PERSON)
    if not re.fullmatch(r"[0-9]{10}([0-9]{3})?", digits) or not _adds_up(digits):
        raise InvalidIdentifier(
            what="Mã số thuế", rule="gồm 10 chữ số, hoặc 13 chữ số của đơn vị phụ thuộc"
        )
    if len(digits) == 10:
        return TaxCode(digits, TaxpayerKind.TAXPAYER)
    return TaxCode(f"{digits[:10]}-{digits[10:]}", TaxpayerKind.BRANCH)


def _adds_up(digits: str) -> bool:
    total = sum(weight * int(digit) for weight, digit in zip(_TAX_WEIGHTS, digits, strict=False))
    has_numbers = digits[2:9] != "0000000" and digits[10:] != "000"
    return has_numbers and 10 - total % 11 == int(digits[9])


def parse_organization_code(text: str) -> OrganizationCode:
    """Either form: `H41.37.15` (Decision 20/2020) or `000.15.37.H41` (QCVN 102:2016)."""
    code = text.strip().upper()
    if old := _QCVN102.fullmatch(code):
        groups = list(reversed(old.groups()))
        while set(groups[-1]) == {"0"}:
            groups.pop()
        return OrganizationCode(CodeScheme.STATE, tuple(groups))
    if len(code) <= 35 and _QD20.fullmatch(code) and not re.search(r"\.0+$", code):
        return OrganizationCode(CodeScheme.STATE, tuple(code.split(".")))
    if _OTHER_SYSTEM.fullmatch(code):
        return OrganizationCode(CodeScheme.OTHER, (code,))
    if re.fullmatch(r"[0-9]{10}", code) and _adds_up(code):
        return OrganizationCode(CodeScheme.ENTERPRISE, (code,))
    raise InvalidIdentifier(
        what="Mã định danh cơ quan", rule="viết như H41.37.15 hoặc 000.15.37.H41"
    )


def format_dossier_code(org_code: str, day: date, serial: int) -> str:
    """The code of the `serial`-th dossier that a body received that day."""
    return DossierCode(parse_organization_code(org_code), day, serial).text


def parse_dossier_code(text: str) -> DossierCode:
    """A dossier's code, the body in either form."""
    try:
        body, year, month, day, serial = _parts(_DOSSIER, text.strip().upper())
        return DossierCode(
            parse_organization_code(body),
            date(2000 + int(year), int(month), int(day)),
            int(serial),
        )
    except ValueError as error:
        raise InvalidIdentifier(
            what="Mã hồ sơ", rule="viết như 000.00.22.H41-201231-0001, in trên giấy tiếp nhận"
        ) from error


def _parts(pattern: re.Pattern[str], text: str) -> tuple[str, ...]:
    found = pattern.fullmatch(text)
    if found is None:
        raise ValueError(pattern.pattern)
    return found.groups()


def parse_phone(text: str) -> Phone:
    """A Vietnamese mobile or fixed number, with or without +84, however spaced."""
    if mobile := _MOBILE.fullmatch("".join(text.split())):
        digits = mobile[1]
        national = f"0{digits[:3]} {digits[3:6]} {digits[6:]}"
        return Phone(f"+84{digits}", national, PhoneKind.MOBILE)
    import phonenumbers  # noqa: PLC0415 - heavy

    try:
        number = phonenumbers.parse(text, "VN")
    except phonenumbers.NumberParseException:
        number = phonenumbers.PhoneNumber()
    kinds = {
        phonenumbers.PhoneNumberType.MOBILE: PhoneKind.MOBILE,
        phonenumbers.PhoneNumberType.FIXED_LINE: PhoneKind.FIXED,
    }
    kind = kinds.get(phonenumbers.number_type(number))
    if kind is None or number.country_code != 84:
        raise InvalidIdentifier(
            what="Số điện thoại", rule="gồm 10 chữ số bắt đầu bằng 0, máy bàn 11 chữ số"
        )
    form = phonenumbers.PhoneNumberFormat
    return Phone(
        e164=phonenumbers.format_number(number, form.E164),
        national=phonenumbers.format_number(number, form.NATIONAL),
        kind=kind,
    )


def parse_procedure_code(text: str) -> ProcedureCode:
    """`1.001193`, or with the body that has its own variant `1.001193.000.00.00.H41`."""
    found = _PROCEDURE.fullmatch(text.strip().upper())
    if found is None:
        raise InvalidIdentifier(what="Mã thủ tục hành chính", rule="viết như 1.001193")
    body = parse_organization_code(found[2]) if found[2] else None
    return ProcedureCode(found[1], body)
