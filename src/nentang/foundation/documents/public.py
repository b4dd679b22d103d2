"""Door of documents."""

from .actions import (
    OpenedFile,
    SigningPool,
    copy_file,
    issue_document,
    link_file,
    open_file,
    revoke_document,
    sign_document,
    sign_waiting_documents,
    store_file,
)
from .adapters.installation import installation_key
from .adapters.press import render_pdf, verification_url
from .enums import DocumentState, FileVerdict, ScanState
from .errors import FileTooLarge, FileTypeRefused
from .events import DocumentIssued, DocumentRevoked, DocumentSigned
from .models import IssuedDocument, StoredFile
from .queries import (
    altered_files,
    document,
    documents_of_person,
    documents_of_subject,
    files_of_subject,
)
from .registry import declare_document_kind, grant_access, register_pdf_template
from .rules.media_types import ACCEPTED

__all__ = [
    "ACCEPTED",
    "DocumentIssued",
    "DocumentRevoked",
    "DocumentSigned",
    "DocumentState",
    "FileTooLarge",
    "FileTypeRefused",
    "FileVerdict",
    "IssuedDocument",
    "OpenedFile",
    "ScanState",
    "SigningPool",
    "StoredFile",
    "altered_files",
    "copy_file",
    "declare_document_kind",
    "document",
    "documents_of_person",
    "documents_of_subject",
    "files_of_subject",
    "grant_access",
    "installation_key",
    "issue_document",
    "link_file",
    "open_file",
    "register_pdf_template",
    "render_pdf",
    "revoke_document",
    "sign_document",
    "sign_waiting_documents",
    "store_file",
    "verification_url",
]
