"""What the JSON interface says of open data."""

from datetime import date, datetime

from ninja import Schema


class DatasetOut(Schema):
    """An open dataset with its latest version."""

    code: str
    title_vi: str
    title_en: str
    text_vi: str
    text_en: str
    owner: str
    licence: str
    frequency: str
    version: int


class FileOut(Schema):
    """A file of a version with its SHA-256."""

    format: str
    size: int
    sha256: str
    url: str


class VersionOut(Schema):
    """A version; it never changes."""

    number: int
    as_of: date
    published_at: datetime
    rows: int
    hidden: int
    smallest: int
    score: int
    files: list[FileOut]


class ColumnOut(Schema):
    """A column: `kind` is month, province, category, label, count or status."""

    name: str
    kind: str
    title_vi: str
    title_en: str
    source: str
    has_total: bool


class DatasetDetail(DatasetOut):
    """A dataset with its dictionary and versions, newest first."""

    columns: list[ColumnOut]
    versions: list[VersionOut]


class AnswerOut(Schema):
    """Rows of group values and a count; null where it, or any part of it, is hidden."""

    dataset: str
    version: int
    columns: list[str]
    rows: list[list[str | int | None]]
    next: str | None


class ChangeOut(Schema):
    """A row that was `added`, `removed` or `changed`, by its key; null is hidden, or no row at all."""

    what: str
    key: list[str]
    before: int | None
    after: int | None


class ChangesOut(Schema):
    """What changed between two versions, and the `begin` of the next page."""

    dataset: str
    before: int
    after: int
    changes: list[ChangeOut]
    next: int | None
