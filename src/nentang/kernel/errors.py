"""The one family of errors that people may see.

DomainError
├── NotFound      there is no such thing, or you may not know that there is
├── NotAllowed    you may not do this
├── Conflict      the state of the thing does not permit it
├── Invalid       what was entered is wrong
├── Unavailable   somebody else is down; trying again later can help
└── TooOften      the caller tried too often and is told when to try again

Apps subclass the six, never HTTP. The edges translate once.
"""

from math import ceil
from typing import ClassVar


class DomainError(Exception):
    """An anticipated refusal with a stable code and a sentence for the person.

    `code` is `app.reason` and never changes. `message` is a sentence, possibly lazily translated,
    that says what to do and may name facts in braces. Facts carry no personal data.
    """

    code: ClassVar[str] = "kernel.refused"
    message: ClassVar[object] = "Không làm được việc này."

    def __init__(self, **facts: object) -> None:
        super().__init__(self.code)
        self.facts = facts

    @property
    def sentence(self) -> str:
        """The message in the reader's language with the facts filled in."""
        return str(self.message).format(**self.facts)

    def __str__(self) -> str:
        return f"{self.code}: {self.sentence}"


class NotFound(DomainError):
    """There is no such thing, or the caller may not know that there is."""

    code: ClassVar[str] = "kernel.not_found"
    message: ClassVar[object] = "Không tìm thấy. Kiểm tra lại địa chỉ hoặc mã đã nhập."


class NotAllowed(DomainError):
    """The caller may not do this."""

    code: ClassVar[str] = "kernel.not_allowed"
    message: ClassVar[object] = "Tài khoản này không có quyền làm việc đó."


class Conflict(DomainError):
    """The state of the thing does not permit it."""

    code: ClassVar[str] = "kernel.conflict"
    message: ClassVar[object] = "Việc này vừa được người khác thay đổi. Tải lại trang rồi làm tiếp."


class Invalid(DomainError):
    """What was entered is wrong. `fields` maps a field's path to its sentences."""

    code: ClassVar[str] = "kernel.invalid"
    message: ClassVar[object] = "Có chỗ chưa đúng. Xem lại các ô được đánh dấu."

    def __init__(self, *, fields: dict[str, list[str]] | None = None, **facts: object) -> None:
        super().__init__(**facts)
        self.fields = fields or {}


class Unavailable(DomainError):
    """Somebody else is down; trying again later can help."""

    code: ClassVar[str] = "kernel.unavailable"
    message: ClassVar[object] = (
        "Hệ thống bên kia chưa trả lời. Thử lại sau ít phút, việc đã nhập vẫn còn."
    )


class TooOften(DomainError):
    """The caller tried too often. `wait` is in seconds; the sentence has it as {minutes}."""

    code: ClassVar[str] = "kernel.too_often"
    message: ClassVar[object] = "Đã thử quá nhiều lần. Thử lại sau {minutes} phút."

    def __init__(self, *, wait: int = 60, **facts: object) -> None:
        super().__init__(minutes=ceil(wait / 60), **facts)
        self.wait = wait
