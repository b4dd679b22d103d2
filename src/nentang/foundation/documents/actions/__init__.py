"""What can be done with files and documents."""

from .copy_file import copy_file
from .issue_document import issue_document
from .link_file import link_file
from .open_file import OpenedFile, open_file
from .revoke_document import revoke_document
from .sign_document import sign_document
from .sign_waiting_documents import SigningPool, sign_waiting_documents
from .store_file import store_file

__all__ = [
    "OpenedFile",
    "SigningPool",
    "copy_file",
    "issue_document",
    "link_file",
    "open_file",
    "revoke_document",
    "sign_document",
    "sign_waiting_documents",
    "store_file",
]
