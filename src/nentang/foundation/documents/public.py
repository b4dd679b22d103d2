"""Door of documents."""

from .actions import (
    OpenedFile,
    SigningPool,
    ask_for_text,
    clear_shelf,
    copy_file,
    drop_unnamed_files,
    encrypt_keys_anew,
    issue_document,
    link_file,
    open_file,
    release_files,
    revoke_document,
    sign_document,
    sign_waiting_documents,
    store_file,
)
from .adapters.installation import installation_key
from .adapters.press import render_pdf, render_png, render_proof, verification_url
from .enums import DocumentState, FileVerdict, ScanState
from .errors import FileTooLarge, FileTypeRefused
from .events import DocumentIssued, DocumentRevoked, DocumentSigned
from .models import IssuedDocument, StoredFile, TextReading
from .permissions import check_can_open
from .queries import (
    altered_files,
    document,
    documents_of_person,
    documents_of_subject,
    files_of_subject,
    readings_for,
    reads_text,
    unnamed_files,
)
from .registry import (
    declare_document_kind,
    goes_with_file,
    grant_access,
    register_pdf_template,
    say_which_files_are_named,
)
from .rules.filenames import safe_filename
from .rules.media_types import ACCEPTED
from .rules.unnamed import unnamed_days_on

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
    "TextReading",
    "altered_files",
    "ask_for_text",
    "check_can_open",
    "clear_shelf",
    "copy_file",
    "declare_document_kind",
    "document",
    "documents_of_person",
    "documents_of_subject",
    "drop_unnamed_files",
    "encrypt_keys_anew",
    "files_of_subject",
    "goes_with_file",
    "grant_access",
    "installation_key",
    "issue_document",
    "link_file",
    "open_file",
    "readings_for",
    "reads_text",
    "register_pdf_template",
    "release_files",
    "render_pdf",
    "render_png",
    "render_proof",
    "revoke_document",
    "safe_filename",
    "say_which_files_are_named",
    "sign_document",
    "sign_waiting_documents",
    "store_file",
    "unnamed_days_on",
    "unnamed_files",
    "verification_url",
]
