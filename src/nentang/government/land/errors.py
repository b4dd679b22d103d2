"""What the land register refuses, each with what to do next."""

from django.utils.translation import gettext_lazy as _

from nentang.kernel.errors import Conflict, Invalid, NotFound


class ParcelNotFound(NotFound):
    """No parcel has that number, or the caller may not know of it."""

    code = "land.parcel_not_found"
    message = _("Không có thửa đất này. Kiểm tra lại mã xã, số tờ, số thửa.")


class ParcelNumberTaken(Conflict):
    """A sheet has each number once."""

    code = "land.parcel_number_taken"
    message = _("Tờ bản đồ đã có thửa mang số này. Kiểm tra lại số tờ, số thửa.")


class ParcelClosed(Conflict):
    """What was split or joined is no more; its successors are."""

    code = "land.parcel_closed"
    message = _("Thửa này không còn trên bản đồ. Ghi vào thửa kế tiếp: {successors}.")


class ParcelMortgaged(Conflict):
    """What is pledged stays as it is until the pledge is released."""

    code = "land.parcel_mortgaged"
    message = _("Thửa đất đang thế chấp tại {lender}. Xóa đăng ký thế chấp trước.")


class ParcelLocked(Conflict):
    """A blocked parcel refuses every change."""

    code = "land.parcel_locked"
    message = _("Thửa đất đang bị ngăn chặn: {reason}. Cơ quan ngăn chặn phải gỡ trước.")


class NothingBlocked(Conflict):
    """Only what is blocked can be freed."""

    code = "land.nothing_blocked"
    message = _("Thửa đất không bị ngăn chặn.")


class ShapeUnreadable(Invalid):
    """The text is no polygon with longitudes and latitudes."""

    code = "land.shape_unreadable"
    message = _("Không đọc được hình thửa: {reason}.")


class ShapeInvalid(Invalid):
    """A parcel is one piece whose sides do not cross, within the country."""

    code = "land.shape_invalid"
    message = _("Hình thửa không hợp lệ: {reason}. Kiểm tra lại thứ tự và tọa độ các góc.")


class ShapeOverlaps(Conflict):
    """Two parcels do not lie on one piece of ground."""

    code = "land.shape_overlaps"
    message = _("Hình thửa chồng lên thửa {code} {area} m². Đối chiếu lại ranh giới.")


class ShapeMissing(Conflict):
    """What has no shape cannot be drawn, cut or joined."""

    code = "land.shape_missing"
    message = _("Thửa đất chưa có hình trên bản đồ. Đo và nhập tọa độ các góc trước.")


class CutMisses(Invalid):
    """A line that does not cross the parcel divides nothing."""

    code = "land.cut_misses"
    message = _("Đường chia không cắt thửa đất làm hai. Kéo dài đường qua cả hai ranh giới.")


class NotNeighbours(Invalid):
    """Only parcels that touch along a side become one."""

    code = "land.not_neighbours"
    message = _("Các thửa không liền nhau thành một. Chọn các thửa có chung ranh giới.")


class PartsDoNotFit(Invalid):
    """The new parcels together are the old ones, without gaps and without overlaps."""

    code = "land.parts_do_not_fit"
    message = _("Các phần ghép lại không đúng thửa cũ, lệch {area} m². Đo lại đường chia.")


class AreaDisagrees(Invalid):
    """The area that is written and that of the shape differ by more than measuring may be wrong."""

    code = "land.area_disagrees"
    message = _(
        "Diện tích ghi {stated} m² lệch với diện tích theo hình {measured} m² quá mức cho phép {allowed} m². Đo lại hoặc sửa diện tích."
    )


class HoldersDiffer(Conflict):
    """What belongs to different people in different shares does not become one parcel."""

    code = "land.holders_differ"
    message = _("Các thửa không cùng người sử dụng, cùng phần. Chuyển quyền về một mối trước.")


class SharesInvalid(Invalid):
    """Shares are parts of one whole."""

    code = "land.shares_invalid"
    message = _(
        "Các phần phải lớn hơn không và cộng lại đúng bằng một. Sửa lại phần của từng người."
    )


class ShareTooSmall(Invalid):
    """Nobody gives more than they have."""

    code = "land.share_too_small"
    message = _("Người chuyển không có đủ phần để chuyển. Ghi phần không quá phần đang có.")


class NoRightHeld(Conflict):
    """Nobody is entered as having a right to the parcel."""

    code = "land.no_right_held"
    message = _("Chưa có người nào được ghi quyền với thửa này. Đăng ký lần đầu trước.")


class HolderUnknown(Invalid):
    """A holder is a person with a number or an organisation with a name."""

    code = "land.holder_unknown"
    message = _("Không thấy người mang số định danh này. Kiểm tra lại số.")


class LandUseUnknown(Invalid):
    """A purpose of use is one of the list of its day."""

    code = "land.land_use_unknown"
    message = _("Không có loại đất mang mã {code}. Chọn lại trong danh mục.")


class SerialInvalid(Invalid):
    """A certificate's serial is two letters and six or eight digits."""

    code = "land.serial_invalid"
    message = _("Số phát hành Giấy chứng nhận gồm hai chữ cái và 6 hoặc 8 chữ số. Kiểm tra lại.")


class SerialTaken(Conflict):
    """A sheet of paper with one serial is issued once."""

    code = "land.serial_taken"
    message = _("Số phát hành này đã ghi cho Giấy chứng nhận khác. Kiểm tra lại.")


class NoCertificate(Conflict):
    """There is nothing to revoke."""

    code = "land.no_certificate"
    message = _("Thửa đất không có Giấy chứng nhận đang có hiệu lực.")


class MortgageNotFound(NotFound):
    """No mortgage of that number burdens the parcel."""

    code = "land.mortgage_not_found"
    message = _("Không có đăng ký thế chấp mang số này trên thửa đất. Xem lại trang thửa đất.")


class MortgageTaken(Conflict):
    """A registration has its number once on a parcel."""

    code = "land.mortgage_taken"
    message = _("Số đăng ký thế chấp này đã có trên thửa đất.")


class CannotUndo(Conflict):
    """What was built upon cannot be undone."""

    code = "land.cannot_undo"
    message = _("Thửa mới đã có ghi chép sau đó nên không hoàn tác được. Tách, hợp thửa lại.")


class ProjectionMissing(Conflict):
    """Coordinates of the country's plane need a library that is not installed here."""

    code = "land.projection_missing"
    message = _(
        "Máy chủ chưa cài phần tính tọa độ VN-2000. Nhập WGS84, hoặc nhờ quản trị cài thêm gói land."
    )


class ZoneUnknown(Invalid):
    """A province's maps have one central meridian."""

    code = "land.zone_unknown"
    message = _("Chưa biết kinh tuyến trục của nơi này. Nhập tọa độ WGS84.")
