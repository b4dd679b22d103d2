"""What the office refuses, each with what to do next."""

from django.utils.translation import gettext_lazy as _

from nentang.kernel.errors import Conflict, Invalid, NotAllowed, NotFound


class DocumentNotFound(NotFound):
    """No document has that code, or the caller may not know of it."""

    code = "office.document_not_found"
    message = _("Không tìm thấy văn bản này trong cơ quan của anh chị. Kiểm tra lại mã.")


class WorkFileNotFound(NotFound):
    """No work file has that code, or the caller may not know of it."""

    code = "office.work_file_not_found"
    message = _("Không tìm thấy hồ sơ công việc này. Kiểm tra lại mã.")


class TaskNotFound(NotFound):
    """Nobody was given a part under that code, or the caller may not know of it."""

    code = "office.task_not_found"
    message = _("Không tìm thấy việc phối hợp này. Kiểm tra lại mã.")


class StateSecretRefused(Invalid):
    """State secrets are not kept in a system on the open network."""

    code = "office.state_secret_refused"
    message = _(
        "Văn bản mật không được nhập vào đây. Xóa nội dung đang mở, báo người giữ bí mật của cơ quan "
        "và lập trên máy tính không nối mạng."
    )


class TypeUnknown(Invalid):
    """A document is of one of the types that the law names."""

    code = "office.type_unknown"
    message = _("Chọn loại văn bản trong danh sách.")


class SummaryMissing(Invalid):
    """Every document says in a line what it is about."""

    code = "office.summary_missing"
    message = _("Ghi trích yếu: văn bản nói về việc gì.")


class TextMissing(Invalid):
    """There is nothing to issue without a text."""

    code = "office.text_missing"
    message = _("Viết nội dung văn bản trước khi trình.")


class UnitMissing(Invalid):
    """The notation of an official letter names the unit that drafted it."""

    code = "office.unit_missing"
    message = _("Công văn cần ký hiệu đơn vị soạn thảo, ví dụ VX, VP. Điền chữ viết tắt.")


class SignerMissing(Invalid):
    """Somebody with the right to sign in this body is chosen beforehand."""

    code = "office.signer_missing"
    message = _("Chọn người ký là lãnh đạo của cơ quan.")


class RecipientsMissing(Invalid):
    """A document says to whom it goes."""

    code = "office.recipients_missing"
    message = _("Ghi ít nhất một nơi nhận.")


class TooManyRecipients(Invalid):
    """So many recipients can be named at most."""

    code = "office.too_many_recipients"
    message = _("Ghi nhiều nhất {most} nơi nhận. Gộp nơi nhận cùng nhóm vào một dòng.")


class TooManyFiles(Invalid):
    """So many files belong to one document at most."""

    code = "office.too_many_files"
    message = _("Đính kèm nhiều nhất {most} tệp. Gộp lại thành ít tệp hơn rồi gửi.")


class SenderMissing(Invalid):
    """The book of incoming documents says from whom each came."""

    code = "office.sender_missing"
    message = _("Ghi cơ quan hoặc người gửi văn bản.")


class ReasonMissing(Invalid):
    """Whoever gets something back reads why."""

    code = "office.reason_missing"
    message = _("Ghi rõ lý do để người nhận lại biết phải sửa gì.")


class InstructionMissing(Invalid):
    """Whoever is given a document reads what to do with it."""

    code = "office.instruction_missing"
    message = _("Ghi ý kiến chỉ đạo: cần làm gì với văn bản này.")


class ResultMissing(Invalid):
    """A document is closed with what came of it."""

    code = "office.result_missing"
    message = _("Ghi kết quả xử lý trước khi kết thúc.")


class DueDayWrong(Invalid):
    """Work is due on a day from today on, within two years."""

    code = "office.due_day_wrong"
    message = _("Chọn hạn xử lý từ hôm nay đến hai năm sau.")


class LeadMissing(Invalid):
    """One colleague answers for the document."""

    code = "office.lead_missing"
    message = _("Chọn một người chủ trì trong cơ quan.")


class NotAColleague(Invalid):
    """Work goes to people with an office role in the same body."""

    code = "office.not_a_colleague"
    message = _("Chỉ giao được cho người đang làm việc ở cơ quan này. Chọn lại người.")


class TooManyColleagues(Invalid):
    """So many can help with one document at most."""

    code = "office.too_many_colleagues"
    message = _("Chọn nhiều nhất {most} người phối hợp.")


class NotYourStep(NotAllowed):
    """The officer has no role for this step in the body that has the document."""

    code = "office.not_your_step"
    message = _("Bước này do vai trò khác trong cơ quan làm. Chuyển cho đúng người.")


class NotYourDraft(NotAllowed):
    """Only who drafts a document changes or submits it."""

    code = "office.not_your_draft"
    message = _("Bản thảo do người khác soạn. Gửi góp ý để người soạn sửa.")


class NotYourWork(NotAllowed):
    """Only who leads the work, or a leader, closes it."""

    code = "office.not_your_work"
    message = _("Văn bản do người khác chủ trì. Báo người chủ trì kết thúc.")


class OwnDraft(NotAllowed):
    """Who drafted a document neither checks nor signs it."""

    code = "office.own_draft"
    message = _("Anh chị là người soạn nên không tự ký nháy, tự ký. Chuyển cho người khác.")


class OwnSignature(NotAllowed):
    """Who signed a document does not seal it as well."""

    code = "office.own_signature"
    message = _(
        "Anh chị đã ký văn bản này nên không tự đóng dấu phát hành. Chuyển cho văn thư khác."
    )


class NotTheSigner(NotAllowed):
    """Another leader was named to sign."""

    code = "office.not_the_signer"
    message = _("Văn bản trình người khác ký. Đề nghị người soạn đổi người ký nếu cần.")


class ChangedMeanwhile(Conflict):
    """Somebody took a step or saved a version since the page was shown."""

    code = "office.changed_meanwhile"
    message = _("Người khác vừa thay đổi văn bản này. Xem lại rồi làm tiếp.")


class NotDrafting(Conflict):
    """Texts change only while they are drafted."""

    code = "office.not_drafting"
    message = _("Văn bản đã trình nên không sửa được nữa. Đề nghị trả lại rồi sửa.")


class NumberingInUse(Conflict):
    """The way of numbering changes with the new year, not in its middle."""

    code = "office.numbering_in_use"
    message = _("Năm nay đã cấp số rồi. Đổi cách đánh số từ ngày 01 tháng 01 năm sau.")


class NotationWrong(Invalid):
    """The notation of a body is a few capital letters."""

    code = "office.notation_wrong"
    message = _("Ký hiệu cơ quan gồm 1 đến 20 chữ in hoa, ví dụ UBND.")


class WorkFileClosed(Conflict):
    """A closed work file takes no further document."""

    code = "office.work_file_closed"
    message = _("Hồ sơ đã kết thúc nên không thêm văn bản được. Mở hồ sơ mới.")


class WorkFileEmpty(Conflict):
    """A work file without documents is not closed into the archive."""

    code = "office.work_file_empty"
    message = _("Hồ sơ chưa có văn bản nào. Thêm văn bản trước khi kết thúc.")


class WorkUnfinished(Conflict):
    """A work file is closed when every document in it is finished."""

    code = "office.work_unfinished"
    message = _("Còn văn bản {document} chưa xử lý xong. Kết thúc văn bản ấy trước.")


class TitleMissing(Invalid):
    """A work file says what it is about."""

    code = "office.title_missing"
    message = _("Ghi tên hồ sơ: việc gì, năm nào.")


class RetentionUnknown(Invalid):
    """A work file is kept for one of the terms of the list."""

    code = "office.retention_unknown"
    message = _("Chọn thời hạn bảo quản trong danh sách.")
