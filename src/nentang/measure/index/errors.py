"""What the index refuses."""

from django.utils.translation import gettext_lazy as _

from nentang.kernel.errors import Conflict, Invalid, NotAllowed, NotFound


class FrameworkNotFound(NotFound):
    """No framework of that name, or none yet for that year."""

    code = "index.framework_not_found"
    message = _("Không có bộ chỉ số {framework} cho năm {year}. Chọn lại bộ chỉ số hoặc năm.")


class RoundNotFound(NotFound):
    """No such round, or not one that the actor may see."""

    code = "index.round_not_found"
    message = _("Không có đợt đánh giá này. Mở lại từ danh sách các đợt.")


class SheetNotFound(NotFound):
    """No such sheet, or not one of the actor's bodies."""

    code = "index.sheet_not_found"
    message = _("Không có phiếu này. Mở lại từ danh sách phiếu của cơ quan mình.")


class RoundExists(Conflict):
    """The framework has a round for that year already."""

    code = "index.round_exists"
    message = _("Bộ chỉ số này đã có đợt đánh giá của năm đó. Mở đợt đã có để làm tiếp.")


class WrongStage(Conflict):
    """The sheet or the round is not where this may be done."""

    code = "index.wrong_stage"
    message = _("Phiếu không còn ở bước này. Tải lại trang để xem đang ở bước nào.")


class NotReporter(NotAllowed):
    """Only who answers for the body fills in its sheet."""

    code = "index.not_reporter"
    message = _("Chỉ cán bộ kê khai chỉ số của cơ quan có phiếu mới điền được.")


class NotAppraiser(NotAllowed):
    """Only an appraiser of the appraising body, who reports nothing and works nowhere that is measured."""

    code = "index.not_appraiser"
    message = _(
        "Chỉ người thẩm định của cơ quan thẩm định, không thuộc cơ quan có phiếu và không kê khai phiếu ấy, "
        "mới thẩm định được."
    )


class NotPublisher(NotAllowed):
    """Only a publisher of the appraising body."""

    code = "index.not_publisher"
    message = _("Chỉ lãnh đạo công bố chỉ số của cơ quan thẩm định mới làm được việc này.")


class SameHand(NotAllowed):
    """Who proposed or appraised does not also publish."""

    code = "index.same_hand"
    message = _("Người đề nghị hoặc thẩm định không tự công bố. Nhờ người công bố khác.")


class CriterionNotAsked(Invalid):
    """The framework does not ask the body for that."""

    code = "index.criterion_not_asked"
    message = _("Tiêu chí này không phải do cơ quan kê khai. Chọn một tiêu chí trong phiếu.")


class CriterionNotComputed(Invalid):
    """Only what is computed may be objected to."""

    code = "index.criterion_not_computed"
    message = _(
        "Chỉ phản đối được số hệ thống tự tính. Tiêu chí này thì sửa thẳng câu trả lời trong phiếu."
    )


class AnswerRefused(Invalid):
    """The answer does not fit what the criterion asks for."""

    code = "index.answer_refused"
    message = _(
        "Câu trả lời chưa đúng dạng của tiêu chí “{criterion}”. Nhập lại theo hướng dẫn bên cạnh ô nhập."
    )


class EvidenceMissing(Invalid):
    """A claim without a file that bears it out."""

    code = "index.evidence_missing"
    message = _("Còn tiêu chí chưa có tài liệu chứng minh: {names}. Đính kèm tệp rồi gửi.")


class ReasonMissing(Invalid):
    """A reason has to be given."""

    code = "index.reason_missing"
    message = _("Viết rõ lý do, người khác sẽ đọc.")


class TooManyFiles(Invalid):
    """The criterion has as many files as one may have."""

    code = "index.too_many_files"
    message = _("Mỗi tiêu chí đính kèm nhiều nhất {most} tệp. Gộp tệp lại rồi gửi.")


class StillOpen(Conflict):
    """Sheets that are not appraised keep a round from being published."""

    code = "index.still_open"
    message = _("Còn {count} phiếu chưa thẩm định xong. Thẩm định hết rồi mới đề nghị công bố.")


class NothingProposed(Conflict):
    """There is no proposal to publish."""

    code = "index.nothing_proposed"
    message = _("Chưa có kết quả nào được đề nghị công bố. Đề nghị trước, người khác công bố sau.")


class NotComparable(Invalid):
    """Two periods of one kind, at most so many units, are compared."""

    code = "index.not_comparable"
    message = _("Chọn từ hai đến {most} nơi để so sánh.")


class AppraisesItself(Invalid):
    """A body cannot appraise its own sheet."""

    code = "index.appraises_itself"
    message = _(
        "Cơ quan thẩm định không tự kê khai. Bỏ cơ quan ấy khỏi danh sách, hoặc để cơ quan khác thẩm định."
    )


class NobodyAsked(Invalid):
    """A round asks at least one body and not too many, by a day to come."""

    code = "index.nobody_asked"
    message = _("Chọn từ 1 đến {most} cơ quan, và hạn trả lời từ hôm nay trở đi.")
