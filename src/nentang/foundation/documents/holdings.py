"""What documents hold about people: files and issued papers."""

from functools import partial

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.translation import gettext_lazy as _

from nentang.foundation.holdings.public import OWN, Content, Holding, register_holding
from nentang.foundation.identity.public import Account

from .adapters import shelf
from .models import IssuedDocument, StoredFile, TextReading
from .registry import goes_with_file


def _content(file: StoredFile) -> Content:
    folder = "giay-to-da-cap" if file.documents.exists() else "tep-da-gui"
    return Content(folder, f"{file.pk}-{file.filename}", partial(shelf.take, file.sha256))


def _own_files(person_id: int) -> QuerySet[StoredFile]:
    """Files of the person; what an officer scanned for others and belongs to no matter yet is not theirs."""
    offices = Account.objects.filter(person=person_id, appointments__isnull=False)
    papers = IssuedDocument.objects.filter(file=OuterRef("pk"))
    scanned = Q(subject="") & ~Exists(papers) & Exists(offices)
    return StoredFile.objects.filter(~scanned, owner_person=person_id)


register_holding(
    Holding(
        model=StoredFile,
        title=_("Tệp đã gửi và tệp của giấy tờ đã cấp"),
        rows_of=_own_files,
        shown={
            "public_id": _("Mã tệp"),
            "filename": _("Tên tệp"),
            "media_type": _("Loại tệp"),
            "size": _("Số byte"),
            "sha256": _("Dấu SHA-256"),
            "stored_at": _("Gửi lúc"),
        },
        left_out={"owner_person": OWN},
        content=_content,
        kept_while="tệp đi cùng hồ sơ và giấy tờ có nó; không còn ở đâu thì bị bỏ",
    )
)
goes_with_file(TextReading, "file")
register_holding(
    Holding(
        model=TextReading,
        title=_("Chữ đọc được từ ảnh giấy tờ"),
        rows_of=lambda person_id: TextReading.objects.filter(
            file__owner_person=person_id
        ).select_related("file"),
        shown={"file.public_id": _("Mã tệp"), "asked_at": _("Đọc lúc")},
        left_out={"lines": "chữ trong chính tệp ấy, chỉ giữ một ngày để gợi ý"},
        closed_at="asked_at",
        blanks={"lines": []},
    )
)
register_holding(
    Holding(
        model=IssuedDocument,
        title=_("Giấy tờ đã được cấp"),
        rows_of=lambda person_id: IssuedDocument.objects.filter(person=person_id).select_related(
            "organization", "file"
        ),
        shown={
            "title": _("Giấy tờ"),
            "number": _("Số"),
            "organization.name": _("Cơ quan cấp"),
            "issued_at": _("Cấp lúc"),
            "state": _("Trạng thái"),
            "code": _("Mã xác minh"),
            "file.public_id": _("Mã tệp"),
            "revoked_reason": _("Lý do thu hồi"),
        },
        left_out={
            "person": OWN,
            "data": "nội dung in nằm trong tệp đã ký",
            "signer_name": "tên cán bộ ký, có trên giấy tờ",
        },
        in_words={"state": lambda document: document.get_state_display()},
        closed_at="signed_at",
        blanks={"data": {}},
    )
)
