"""What services refuse, each with what to do next."""

from django.utils.translation import gettext_lazy as _

from nentang.kernel.errors import Conflict, Invalid, NotAllowed, NotFound


class DossierNotFound(NotFound):
    """No dossier has that code, or the caller may not know of it."""

    code = "services.dossier_not_found"
    message = _("Không tìm thấy hồ sơ này. Kiểm tra lại mã trên giấy hẹn.")


class OldFileUnreadable(Invalid):
    """Not a file of old dossiers: `fault` names the columns missing (-) or unknown (+), the line, or the trouble."""

    code = "services.old_file_unreadable"
    message = _(
        "Không đọc được tệp {file} ({fault}). Xem bảng các cột trong hướng dẫn chuyển hồ sơ cũ."
    )


class ConsultationNotFound(NotFound):
    """No body was asked under that code, or the caller may not know of it."""

    code = "services.consultation_not_found"
    message = _("Không tìm thấy việc hỏi ý kiến này. Kiểm tra lại mã.")


class NotYourDossier(NotAllowed):
    """The dossier belongs to somebody else."""

    code = "services.not_your_dossier"
    message = _(
        "Hồ sơ này của người khác hoặc của tổ chức. Chọn đúng người, tổ chức đang làm thay rồi làm tiếp."
    )


class ConsentMissing(Invalid):
    """Nobody acts for somebody at a counter without what they signed."""

    code = "services.consent_missing"
    message = _("Chưa ghi số giấy đồng ý. In giấy, để người nộp ký, ghi số vào rồi làm tiếp.")


class HelperUnknown(NotAllowed):
    """The clerk's account names no person who could be given a mandate."""

    code = "services.helper_unknown"
    message = _(
        "Tài khoản này chưa gắn với người nào nên chưa làm thay được. Nhờ người quản trị khai báo."
    )


class MandateTooNarrow(NotAllowed):
    """The mandate under which somebody acts does not reach public services."""

    code = "services.mandate_too_narrow"
    message = _("Uỷ quyền này không gồm việc làm hồ sơ. Nhờ người uỷ quyền lập lại, ghi đủ việc.")


class NotYourDesk(NotAllowed):
    """The officer has no role for this in the body that holds the dossier."""

    code = "services.not_your_desk"
    message = _("Hồ sơ đang ở cơ quan khác hoặc cần vai trò khác. Chuyển cho đúng người xử lý.")


class AssuranceTooLow(NotAllowed):
    """The procedure demands a higher e-ID level."""

    code = "services.assurance_too_low"
    message = _(
        "Việc này cần tài khoản định danh mức {level}. Xác nhận thêm một bước rồi làm tiếp."
    )


class DossierNotOpen(Conflict):
    """The dossier is no longer in a state that permits this."""

    code = "services.dossier_not_open"
    message = _("Hồ sơ không còn ở bước làm được việc này. Tải lại trang để xem hồ sơ đang ở đâu.")


class NothingToFind(Conflict):
    """The result of this procedure says nothing that the office finds out by itself."""

    code = "services.nothing_to_find"
    message = _("Kết quả của thủ tục này không có điều gì cơ quan phải tự tra cứu.")


class FindingSettled(Conflict):
    """What stands on a result already is not changed any more."""

    code = "services.finding_settled"
    message = _("Điều này đã in trên kết quả, không đổi ở đây được. Làm thủ tục cải chính nếu sai.")


class ReasonMissing(Invalid):
    """A refusal, supplement request or return needs a reason."""

    code = "services.reason_missing"
    message = _("Ghi rõ lý do để người nộp hiểu và biết phải làm gì.")


class SupplementAlreadyAsked(Conflict):
    """Supplements may be asked once."""

    code = "services.supplement_already_asked"
    message = _("Hồ sơ này đã yêu cầu bổ sung một lần. Theo quy định chỉ được yêu cầu một lần.")


class RegisterTooLong(Invalid):
    """A month's register has more lines than one paper takes."""

    code = "services.register_too_long"
    message = _("Tháng này có hơn {most} hồ sơ, không in hết vào một sổ. Tải bảng CSV.")


class ItemUnknown(Invalid):
    """What is owed is booked to an item of the budget chart in force."""

    code = "services.item_unknown"
    message = _("Chọn tiểu mục ngân sách có trong danh sách.")


class AmountMissing(Invalid):
    """An obligation has an amount."""

    code = "services.amount_missing"
    message = _("Ghi số tiền phải nộp, bằng đồng, lớn hơn 0.")


class SupplementTooLate(Conflict):
    """Supplements are asked for within a few working days of reception."""

    code = "services.supplement_too_late"
    message = _(
        "Đã quá {days} ngày làm việc từ khi tiếp nhận, không được yêu cầu bổ sung nữa. "
        "Giải quyết theo giấy tờ đã có, hoặc từ chối và ghi rõ lý do."
    )


class FeeUnpaid(Conflict):
    """The fee has not arrived."""

    code = "services.fee_unpaid"
    message = _("Chưa nhận được phí, lệ phí của hồ sơ này.")


class RatingOutOfRange(Invalid):
    """A rating is one to five stars."""

    code = "services.rating_out_of_range"
    message = _("Chọn từ 1 đến 5 sao.")


class ResultNotReady(Conflict):
    """The result has not been signed."""

    code = "services.result_not_ready"
    message = _("Kết quả đang được ký số, chờ một lát rồi trả cho người nộp.")


class BodyCannotReceive(Invalid):
    """That body does not receive this procedure on that day."""

    code = "services.body_cannot_receive"
    message = _("Cơ quan này không tiếp nhận thủ tục đã chọn. Chọn cơ quan ở đúng cấp.")


class ChangedMeanwhile(Conflict):
    """Somebody took a step on the dossier since the page was shown."""

    code = "services.changed_meanwhile"
    message = _("Người khác vừa xử lý hồ sơ này. Xem lại rồi làm tiếp.")


class KeyUsedDifferently(Conflict):
    """The idempotency key was used before with another content."""

    code = "services.key_used_differently"
    message = _("Mã chống trùng này đã dùng cho một nội dung khác. Tạo mã mới rồi gửi lại.")


class FormRenewed(Conflict):
    """The procedure asks by another form since the draft was begun."""

    code = "services.form_renewed"
    message = _("Tờ khai đã có mẫu mới. Những điều đã khai vẫn còn; xem lại các câu rồi gửi.")


class DeliverySettled(Conflict):
    """The result was delivered or is with the post."""

    code = "services.delivery_settled"
    message = _("Kết quả đã trả hoặc đã gửi đi, không đổi cách nhận được nữa.")


class AddressMissing(Invalid):
    """The post needs an address."""

    code = "services.address_missing"
    message = _("Ghi rõ nơi nhận: số nhà, đường hoặc thôn, xã, tỉnh và số điện thoại.")


class TrackingMissing(Invalid):
    """What was posted has a number."""

    code = "services.tracking_missing"
    message = _("Ghi số bưu gửi trên phiếu của bưu điện, để người nộp theo dõi được.")


class TakenInElsewhere(NotAllowed):
    """Only a clerk of the counter itself takes dossiers in there."""

    code = "services.taken_in_elsewhere"
    message = _("Anh chị không làm ở quầy này. Tiếp nhận tại quầy của cơ quan mình.")
