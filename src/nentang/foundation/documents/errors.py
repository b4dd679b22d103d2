"""What can be refused about files and documents."""

from django.utils.translation import gettext_lazy as _

from nentang.kernel.errors import Conflict, Invalid, NotFound, TooOften, Unavailable


class FileTypeRefused(Invalid):
    """The content is of no accepted type, or the name's ending says something else."""

    code = "documents.file_type_refused"
    message = _("Chỉ nhận tệp PDF hoặc ảnh JPEG, PNG, WEBP, HEIC. Chụp hoặc xuất lại rồi gửi.")


class FileTooLarge(Invalid):
    """More bytes than an installation takes."""

    code = "documents.file_too_large"
    message = _("Tệp lớn hơn {limit} MB. Chụp lại với độ nét vừa phải hoặc chia thành nhiều tệp.")


class TooMuchToday(TooOften):
    """More bytes within a day than one person needs."""

    code = "documents.too_much_today"
    message = _("Hôm nay đã gửi quá {limit} MB tệp. Mai gửi tiếp, hoặc mang giấy tờ đến quầy.")


class FileEmpty(Invalid):
    """Not a single byte."""

    code = "documents.file_empty"
    message = _("Tệp không có nội dung. Kiểm tra lại tệp rồi gửi.")


class FileInfected(Invalid):
    """The scanner found something."""

    code = "documents.file_infected"
    message = _("Tệp có mã độc nên không nhận. Quét vi-rút trên máy rồi gửi tệp khác.")


class FileNotFound(NotFound):
    """There is no such file, or the actor may not know that there is."""

    code = "documents.file_not_found"
    message = _("Không tìm thấy tệp này, hoặc tệp không thuộc việc của ông bà, anh chị.")


class FileInUse(Conflict):
    """The file is part of another matter, whose office must not lose it."""

    code = "documents.file_in_use"
    message = _("Tệp này đã nằm trong một việc khác. Gửi lại tệp rồi dùng tệp mới.")


class TextUnreadable(Unavailable):
    """The reader found nothing in time, or said something that is no text."""

    code = "documents.text_unreadable"
    message = _("Không đọc được chữ trong ảnh này. Chụp lại cho rõ, hoặc gõ theo giấy.")


class NoTextReader(Unavailable):
    """This installation reads no text, or not from such a file."""

    code = "documents.no_text_reader"
    message = _("Ở đây chưa đọc được chữ từ tệp này. Gõ theo giấy người nộp mang đến.")


class DocumentNotFound(NotFound):
    """There is no such document, or the actor may not know that there is."""

    code = "documents.document_not_found"
    message = _("Không tìm thấy văn bản này. Kiểm tra lại mã in ở chân văn bản.")


class DocumentNotInForce(Conflict):
    """Only a signed document can be revoked, and once."""

    code = "documents.document_not_in_force"
    message = _("Văn bản đang {state} nên không thu hồi được.")


class ReasonMissing(Invalid):
    """A revocation says why."""

    code = "documents.reason_missing"
    message = _("Ghi lý do thu hồi để người giữ văn bản được biết.")


class ScannerUnavailable(Unavailable):
    """The virus scanner does not answer; the file is not taken unscanned."""

    code = "documents.scanner_unavailable"
    message = _("Bộ quét vi-rút chưa trả lời nên chưa nhận tệp. Gửi lại sau ít phút.")
