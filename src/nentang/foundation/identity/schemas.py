"""What the API says about a person."""

from datetime import date

from ninja import Schema


class Me(Schema):
    """The person behind the session or token, as far as it may know."""

    full_name: str
    birth_on: date | None
    birth_year: int | None
    sex: str
    personal_number: str | None
    phone: str | None
    email: str | None
    assurance: int
