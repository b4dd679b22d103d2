"""Words of open data."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Frequency(TextChoices):
    """How often a new version is due."""

    MONTHLY = "monthly", _("Hằng tháng")
    QUARTERLY = "quarterly", _("Hằng quý")
    YEARLY = "yearly", _("Hằng năm")


class Classification(TextChoices):
    """Whether the data may be open at all; only `open` is ever published."""

    OPEN = "open", _("Mở cho mọi người")
    LIMITED = "limited", _("Chỉ chia sẻ giữa các cơ quan")
    SECRET = "secret", _("Không công bố")


class ReleaseState(TextChoices):
    """Where a version stands."""

    PROPOSED = "proposed", _("Chờ người khác duyệt")
    PUBLISHED = "published", _("Đã công bố")
    SET_ASIDE = "set_aside", _("Không công bố")


class Format(TextChoices):
    """As which file a version can be taken."""

    CSV = "csv", "CSV"
    PARQUET = "parquet", "Parquet"
    JSON = "json", "JSON"


class Kind(TextChoices):
    """What a column holds."""

    MONTH = "month", _("tháng")
    PROVINCE = "province", _("mã tỉnh, thành")
    CATEGORY = "category", _("nhóm")
    LABEL = "label", _("tên")
    COUNT = "count", _("số đếm")
    STATUS = "status", _("tình trạng")


class ServiceState(TextChoices):
    """Where a service built on the data stands."""

    PROPOSED = "proposed", _("Chờ xác nhận")
    CONFIRMED = "confirmed", _("Đã xác nhận")
    REFUSED = "refused", _("Không xác nhận")


class Outcome(TextChoices):
    """What came of a request; empty while it is open."""

    ANSWERED = "answered", _("Đã trả lời")
    REFUSED = "refused", _("Không đáp ứng")
