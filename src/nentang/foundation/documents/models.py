"""Files by the hash of their content, and documents issued by an organisation."""

import uuid
from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from nentang.kernel.personal_data import NO_PERSONAL_DATA, PersonalField

from .enums import DocumentState, ReadingState, ScanState

FILES_LAW = "Nghị định 45/2020/NĐ-CP"
PAPERS_LAW = "Nghị định 30/2020/NĐ-CP"


class StoredFile(models.Model):
    """A file somebody gave or the platform made; equal content is kept once on the disk."""

    PERSONAL_DATA: ClassVar[dict[str, PersonalField]] = {
        "filename": PersonalField("hiện lại cho người đã gửi", FILES_LAW, 3650),
        "owner_person": PersonalField("biết tệp của ai", FILES_LAW, 3650),
    }

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    sha256 = models.CharField(max_length=64, db_index=True)
    size = models.PositiveBigIntegerField()
    media_type = models.CharField(max_length=100)
    filename = models.CharField(max_length=120)
    scan = models.CharField(max_length=10, choices=ScanState, default=ScanState.UNSCANNED)
    subject = models.CharField(max_length=80, blank=True, db_index=True)
    owner_person = models.ForeignKey("identity.Person", models.PROTECT, null=True, related_name="+")
    organization = models.ForeignKey(
        "organizations.Organization", models.PROTECT, null=True, related_name="+"
    )
    stored_by_account_id = models.BigIntegerField(null=True)
    stored_at = models.DateTimeField()

    class Meta:
        verbose_name = _("tệp")
        indexes = (
            models.Index(fields=("stored_by_account_id", "stored_at"), name="files_stored_by"),
        )


class TextReading(models.Model):
    """That the text of a photograph was asked for, and what the reader found; only ever a suggestion.

    `purpose` is what it helps to fill in, for instance `draft:12`.
    """

    PERSONAL_DATA: ClassVar[dict[str, PersonalField]] = {
        "lines": PersonalField("gợi ý cho cán bộ khi khai thay", "Nghị định 61/2018/NĐ-CP", 1),
    }

    file = models.OneToOneField(StoredFile, models.CASCADE, related_name="reading")
    purpose = models.CharField(max_length=80, db_index=True)
    state = models.CharField(max_length=10, choices=ReadingState, default=ReadingState.ASKED)
    tries = models.PositiveSmallIntegerField(default=0)
    tried_at = models.DateTimeField(null=True)
    lines = models.JSONField(default=list)
    asked_by_account_id = models.BigIntegerField(null=True)
    asked_at = models.DateTimeField()

    class Meta:
        indexes = [
            models.Index(
                fields=["id"], name="reading_to_be_done", condition=models.Q(state="asked")
            )
        ]


class IssuedDocument(models.Model):
    """A document that an organisation issues to somebody under its digital signature."""

    PERSONAL_DATA: ClassVar[dict[str, PersonalField]] = {
        "person": PersonalField("biết văn bản cấp cho ai", PAPERS_LAW, None),
        "data": PersonalField("nội dung in; xóa ngay khi ký xong", PAPERS_LAW, 0),
        "signer_name": PersonalField("người có thẩm quyền ký", PAPERS_LAW, None),
    }

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    kind = models.CharField(max_length=60)
    title = models.CharField(max_length=300)
    number = models.CharField(max_length=60, blank=True)
    template = models.CharField(max_length=80)
    data = models.JSONField(default=dict)
    subject = models.CharField(max_length=80, blank=True, db_index=True)
    organization = models.ForeignKey("organizations.Organization", models.PROTECT, related_name="+")
    person = models.ForeignKey("identity.Person", models.PROTECT, null=True, related_name="+")
    code = models.CharField(max_length=10, unique=True)
    state = models.CharField(max_length=10, choices=DocumentState, default=DocumentState.SIGNING)
    file = models.ForeignKey(StoredFile, models.PROTECT, null=True, related_name="documents")
    signer_name = models.CharField(max_length=120, blank=True)
    signer_account = models.ForeignKey(
        "identity.Account", models.PROTECT, null=True, related_name="+", db_index=False
    )
    issued_at = models.DateTimeField()
    signed_at = models.DateTimeField(null=True)
    revoked_at = models.DateTimeField(null=True)
    revoked_reason = models.CharField(max_length=300, blank=True)

    class Meta:
        verbose_name = _("văn bản đã cấp")
        indexes = (models.Index(fields=("person", "-id"), name="documents_of_person"),)
        constraints = (
            models.CheckConstraint(
                name="documents_signed_with_file",
                condition=models.Q(state=DocumentState.SIGNING, file=None, signed_at=None)
                | (~models.Q(state=DocumentState.SIGNING) & ~models.Q(file=None)),
            ),
            models.CheckConstraint(
                name="documents_revoked_with_reason",
                condition=models.Q(state=DocumentState.REVOKED, revoked_at__isnull=False)
                | (~models.Q(state=DocumentState.REVOKED) & models.Q(revoked_at=None)),
            ),
        )

    @property
    def shown_code(self) -> str:
        """The verification code as printed."""
        return f"{self.code[:5]}-{self.code[5:]}"


class Discarded(models.Model):
    """Content of a file row that went; taken off the shelf unless another row names it by then."""

    PERSONAL_DATA: ClassVar[dict[str, PersonalField]] = NO_PERSONAL_DATA

    sha256 = models.CharField(max_length=64, unique=True)
    discarded_at = models.DateTimeField()

    class Meta:
        verbose_name = _("nội dung chờ bỏ")
