"""States of documents and of the scan for viruses, and what a check of a file can find."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class DocumentState(models.TextChoices):
    """Where an issued document stands."""

    SIGNING = "signing", _("đang ký")
    SIGNED = "signed", _("có hiệu lực")
    REVOKED = "revoked", _("đã thu hồi")


class ScanState(models.TextChoices):
    """What is known about viruses in a file; a refused file is not stored."""

    UNSCANNED = "unscanned", _("chưa quét vi-rút")
    CLEAN = "clean", _("đã quét, sạch")


class ReadingState(models.TextChoices):
    """Where the reading of a photograph stands."""

    ASKED = "asked", _("đang đọc")
    READ = "read", _("đã đọc")
    FAILED = "failed", _("không đọc được")


class FileVerdict(models.TextChoices):
    """What comparing somebody's copy with the signed file says."""

    IDENTICAL = "identical", _("Đúng là bản đã ký")
    ALTERED = "altered", _("Tệp đã bị sửa sau khi ký")
    FOREIGN = "foreign", _("Không phải văn bản này")
