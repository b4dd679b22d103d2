"""What happened to reports: identifiers and values only, no personal data."""

from typing import ClassVar

from nentang.kernel.frozen import Frozen


class ReportFiled(Frozen):
    """The head signed a version and it went to the body above."""

    name: ClassVar[str] = "reporting.report_filed"
    report_id: int
    code: str
    number: int
    regime: str
    period: str
    unit_code: str
    organization_id: int


class ReportReturned(Frozen):
    """The body above returned the version; it counts in no sum any more."""

    name: ClassVar[str] = "reporting.report_returned"
    report_id: int
    code: str
    regime: str
    period: str
    unit_code: str
    organization_id: int


class ReportTakenIn(Frozen):
    """The body above took the version in."""

    name: ClassVar[str] = "reporting.report_taken_in"
    report_id: int
    code: str
    regime: str
    period: str
    unit_code: str
    organization_id: int
