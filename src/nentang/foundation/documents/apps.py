"""Documents: registration."""

from importlib import import_module
from pathlib import Path

from django.apps import AppConfig

from .registry import register_pdf_template

GENERAL_PAPER = Path(__file__).parent / "typst" / "paper.typ"


class DocumentsConfig(AppConfig):
    """Files, PDF with digital signature and QR, public verification."""

    name = "nentang.foundation.documents"
    label = "documents"
    verbose_name = "Tài liệu"
    pages = ("giay-to", "tep", "xac-minh")

    def ready(self) -> None:
        """The general paper, facts and menu entries."""
        register_pdf_template("documents.paper", GENERAL_PAPER)
        for module in ("events", "cards"):
            import_module(f"{self.name}.{module}")
