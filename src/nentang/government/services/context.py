"""What an applicant is asked after a result, beside the stars: two, one or no points an answer (see `Rating`)."""

from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from nentang.kernel.frozen import Frozen

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise  # only the types know it


class Question(Frozen):
    """`name` is the column of the rating; `choices` are points and words, the best first."""

    name: str
    words: "_StrPromise"
    choices: "tuple[tuple[int, _StrPromise], ...]"


HOW_OFTEN = ((2, _("Không lần nào")), (1, _("Một lần")), (0, _("Nhiều lần")))
QUESTIONS = (
    Question("contacts", _("Phải đến hoặc gọi nơi nhận hồ sơ thêm mấy lần?"), HOW_OFTEN),
    Question("other_bodies", _("Phải tự đi hỏi cơ quan khác mấy lần?"), HOW_OFTEN),
    Question(
        "attitude",
        _("Cán bộ tiếp ông bà, anh chị thế nào?"),
        ((2, _("Chu đáo")), (1, _("Bình thường")), (0, _("Chưa đúng mực"))),
    ),
    Question(
        "information",
        _("Giấy tờ, phí và ngày hẹn có được nói rõ từ đầu không?"),
        ((2, _("Rõ")), (1, _("Có chỗ chưa rõ")), (0, _("Không rõ"))),
    ),
)
