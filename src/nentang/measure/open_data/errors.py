"""What open data refuses, each with what to do next."""

from django.utils.translation import gettext_lazy as _

from nentang.kernel.errors import Conflict, Invalid, NotAllowed, NotFound


class DatasetNotFound(NotFound):
    """No dataset of that code is open."""

    code = "open_data.dataset_not_found"
    message = _("Không có bộ dữ liệu này. Tìm lại trong danh mục dữ liệu mở.")


class ReleaseNotFound(NotFound):
    """The dataset has no version of that number, or none that the caller may see."""

    code = "open_data.release_not_found"
    message = _("Bộ dữ liệu không có bản này. Chọn lại trong danh sách các bản.")


class RequestNotFound(NotFound):
    """Nobody asked under that code, or the caller may not know of it."""

    code = "open_data.request_not_found"
    message = _("Không tìm thấy yêu cầu này. Kiểm tra lại mã.")


class ServiceNotFound(NotFound):
    """No service of that number."""

    code = "open_data.service_not_found"
    message = _("Không tìm thấy dịch vụ này. Xem lại danh sách dịch vụ.")


class NotYourDataset(NotAllowed):
    """The actor does not keep the data of that body."""

    code = "open_data.not_your_dataset"
    message = _("Bộ dữ liệu thuộc cơ quan khác. Báo người phụ trách dữ liệu của cơ quan ấy.")


class FourEyes(NotAllowed):
    """Whoever prepared a version does not publish it."""

    code = "open_data.four_eyes"
    message = _("Người soạn bản này không tự công bố. Nhờ một người khác cùng cơ quan duyệt.")


class AlreadyTakenOn(Conflict):
    """Another body has it, or this one does already."""

    code = "open_data.already_taken_on"
    message = _("Bộ dữ liệu đã có cơ quan phụ trách. Mở danh sách của cơ quan để xem.")


class NotOpen(Conflict):
    """The dataset is classified as not open."""

    code = "open_data.not_open"
    message = _("Bộ dữ liệu không thuộc loại mở nên không công bố. Đổi phân loại trước, có lý do.")


class VersionWaits(Conflict):
    """One version of a dataset waits at a time."""

    code = "open_data.version_waits"
    message = _("Đang có một bản chờ duyệt. Duyệt hoặc bỏ bản ấy rồi soạn bản mới.")


class NothingToCount(Conflict):
    """The source has no rows yet."""

    code = "open_data.nothing_to_count"
    message = _("Chưa có số nào để đếm đến ngày này. Chờ có dữ liệu rồi soạn lại.")


class TooManyCells(Invalid):
    """More cells than a version may have."""

    code = "open_data.too_many_cells"
    message = _("Bảng có {cells} ô, nhiều hơn {most}. Bớt một cột chia rồi soạn lại.")


class PersonalDataFound(Invalid):
    """What would be published looks like somebody's data."""

    code = "open_data.personal_data_found"
    message = _(
        "Cột {columns} có giá trị giống dữ liệu cá nhân nên không công bố. Sửa nguồn rồi soạn lại."
    )


class CannotBeProtected(Conflict):
    """Told after what was told before, the table would give small groups away."""

    code = "open_data.cannot_be_protected"
    message = _(
        "So với các bản trước, {groups} nhóm nhỏ sẽ bị suy ra nên bản này không công bố được. Chờ kỳ sau rồi soạn lại."
    )


class ReleaseNotOpen(Conflict):
    """It was decided already."""

    code = "open_data.release_not_open"
    message = _("Bản này đã được quyết định rồi. Tải lại trang để xem.")


class PublishedMeanwhile(Conflict):
    """Another version was published after this one was prepared."""

    code = "open_data.published_meanwhile"
    message = _("Sau khi soạn bản này đã có bản khác được công bố. Bỏ bản này và soạn lại.")


class ReasonMissing(Invalid):
    """A refusal without a reason."""

    code = "open_data.reason_missing"
    message = _("Chưa ghi lý do. Viết một câu để người đọc hiểu vì sao.")


class ChoiceUnknown(Invalid):
    """A value that is not among those offered."""

    code = "open_data.choice_unknown"
    message = _("Lựa chọn không có trong danh sách. Chọn lại.")


class QuestionMissing(Invalid):
    """A request without saying what is asked and for what."""

    code = "open_data.question_missing"
    message = _("Chưa ghi cần dữ liệu gì và để làm gì. Viết mỗi điều một câu.")


class AnswerMissing(Invalid):
    """An answer without words."""

    code = "open_data.answer_missing"
    message = _("Chưa ghi câu hỏi để công khai và câu trả lời. Viết đủ cả hai.")


class LooksPersonal(Invalid):
    """Words for everybody in which there is a number, telephone or address of somebody."""

    code = "open_data.looks_personal"
    message = _("Lời công khai có số giấy tờ, số điện thoại hoặc thư điện tử. Bỏ đi rồi gửi lại.")


class TooManyRequests(Conflict):
    """Too many requests of one person wait."""

    code = "open_data.too_many_requests"
    message = _("Đang có {most} yêu cầu chờ trả lời. Chờ trả lời rồi gửi thêm.")


class AddressUnfit(Invalid):
    """The service has no name, or its address is none of the web."""

    code = "open_data.address_unfit"
    message = _("Chưa ghi tên, người làm hoặc địa chỉ https của dịch vụ. Viết đủ rồi gửi lại.")


class ServiceKnown(Conflict):
    """The address is registered already."""

    code = "open_data.service_known"
    message = _("Địa chỉ này đã được đăng ký. Xem trong danh sách dịch vụ.")


class ServiceDecided(Conflict):
    """It was confirmed or refused already."""

    code = "open_data.service_decided"
    message = _("Dịch vụ này đã được quyết định rồi. Tải lại trang để xem.")


class QueryUnreadable(Invalid):
    """A question that names no column, or asks too much."""

    code = "open_data.query_unreadable"
    message = _("Không hiểu phần {part} của câu hỏi. Xem tên cột trong từ điển dữ liệu.")
