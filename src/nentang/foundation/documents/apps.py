"""Documents: registration."""

from django.apps import AppConfig


class DocumentsConfig(AppConfig):
    """Files, PDF with digital signature and QR, public verification."""

    name = "nentang.foundation.documents"
    label = "documents"
    verbose_name = "Tài liệu"
