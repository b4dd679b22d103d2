"""Keep a file for a dossier that is still to come, or for a supplement."""

from datetime import datetime
from hashlib import sha256

from django.db import IntegrityError, transaction

from nentang.agreements.actor import Actor
from nentang.foundation.documents.public import store_file
from nentang.foundation.portal.public import Limit, take_try
from nentang.government.services.errors import KeyUsedDifferently, NotYourDossier
from nentang.government.services.models import Upload

UPLOADS = Limit("services.uploads", tries=60, seconds=3600)


def upload_file(*, content: bytes, filename: str, key: str, actor: Actor, at: datetime) -> Upload:
    """The file as kept for the actor's person; for the same key and content the one kept before.

    KeyUsedDifferently for another content or name, TooManyTries beyond 60 files an hour of an
    account, and what `store_file` refuses.
    """
    if actor.subject_person_id is None:
        raise NotYourDossier
    fingerprint = sha256(f"{actor.subject_person_id}/{filename}\0".encode() + content).hexdigest()
    if before := _uploaded_before(key, fingerprint):
        return before
    take_try(UPLOADS, str(actor.account_id), at=at)
    try:
        with transaction.atomic():
            file = store_file(content=content, filename=filename, actor=actor, at=at)
            return Upload.objects.create(key=key, fingerprint=fingerprint, file=file)
    except IntegrityError:
        if before := _uploaded_before(key, fingerprint):  # sent twice at once
            return before
        raise


def _uploaded_before(key: str, fingerprint: str) -> Upload | None:
    upload = Upload.objects.select_related("file").filter(key=key).first()
    if upload and upload.fingerprint != fingerprint:
        raise KeyUsedDifferently
    return upload
