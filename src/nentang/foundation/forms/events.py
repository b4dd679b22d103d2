"""What happened to forms and drafts."""

from typing import ClassVar

from nentang.foundation.facts.public import FactKind, declare
from nentang.kernel.frozen import Frozen


class FormPublished(Frozen):
    """A version of a form can be filled in from its first day."""

    name: ClassVar[str] = "forms.form_published"
    form: str
    form_version: int
    digest: str


class DraftFinished(Frozen):
    """Somebody handed in their answers."""

    name: ClassVar[str] = "forms.draft_finished"
    draft_id: int
    form: str
    form_version: int
    subject_key: str


DRAFT_STARTED = declare(
    FactKind(
        name="forms.draft_started",
        version=1,
        fields={"form": str, "form_version": int},
        description="Một người bắt đầu khai một biểu mẫu.",
    )
)
DRAFT_FINISHED = declare(
    FactKind(
        name="forms.draft_finished",
        version=1,
        fields={
            "form": str,
            "form_version": int,
            "typed": int,
            "known": int,
            "corrected": int,
            "asked_though_held": int,
            "minutes": int,
        },
        description=(
            "Một bản khai đã gửi: bao nhiêu ô phải gõ, bao nhiêu ô đã biết trước, bao nhiêu ô biết"
            " trước mà phải sửa, bao nhiêu ô vẫn hỏi dù cơ sở dữ liệu của nhà nước đã có."
        ),
    )
)
