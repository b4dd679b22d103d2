"""How a personal number is made up (Decree 137/2015/NĐ-CP, Art. 13; Circular 07/2016/TT-BCA)."""

from nentang.kernel.identifiers import PersonalNumber, Sex

SERIALS = 1_000_000
FIRST_YEAR = 1900


def prefix_of(province_code: str, sex: Sex, birth_year: int) -> str:
    """The first six digits: place of birth registration, century with sex, year.

    ValueError for a year of which the digits cannot speak (before 1900, after 2399).
    """
    century = (birth_year - FIRST_YEAR) // 100
    if not (0 <= century <= 4 and len(province_code) == 2):
        raise ValueError(f"no number for {birth_year}, {province_code!r}")
    digit = 2 * century + (sex is Sex.FEMALE)
    return f"0{province_code}{digit}{birth_year % 100:02d}"


def agrees(number: PersonalNumber, sex: str, birth_year: int) -> bool:
    """Whether sex and year are what the number says."""
    return (number.sex.value, number.birth_year) == (sex, birth_year)
