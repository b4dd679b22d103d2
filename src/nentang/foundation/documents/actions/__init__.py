"""What can be done with files and documents."""

from .ask_for_text import ask_for_text
from .clear_shelf import clear_shelf
from .copy_file import copy_file
from .drop_unnamed_files import drop_unnamed_files
from .encrypt_keys_anew import encrypt_keys_anew
from .issue_document import issue_document
from .link_file import link_file
from .open_file import OpenedFile, open_file
from .read_texts import read_texts
from .release_files import release_files
from .revoke_document import revoke_document
from .sign_document import sign_document
from .sign_waiting_documents import SigningPool, sign_waiting_documents
from .store_file import store_file

__all__ = [
    "OpenedFile",
    "SigningPool",
    "ask_for_text",
    "clear_shelf",
    "copy_file",
    "drop_unnamed_files",
    "encrypt_keys_anew",
    "issue_document",
    "link_file",
    "open_file",
    "read_texts",
    "release_files",
    "revoke_document",
    "sign_document",
    "sign_waiting_documents",
    "store_file",
]
