"""Keep a bundle of the law files, so that dossiers can be pinned to it."""

from datetime import datetime

from django.db import transaction

from nentang.agreements.actor import SYSTEM
from nentang.foundation.audit.public import record
from nentang.foundation.forms.public import publish_form
from nentang.government.catalogue.models import BundleVersion
from nentang.government.catalogue.rules.bundle import Bundle


@transaction.atomic
def keep_bundle(*, bundle: Bundle, at: datetime) -> None:
    """Kept now or before, with its form: what is kept under its digest never changes."""
    if BundleVersion.objects.filter(digest=bundle.digest).exists():
        return
    publish_form(form=bundle.form, actor=SYSTEM, at=at)
    _kept, is_new = BundleVersion.objects.get_or_create(
        digest=bundle.digest,
        defaults={
            "procedure": bundle.code,
            "valid_from": bundle.valid_from,
            "source": bundle.source,
            "published_at": at,
        },
    )
    if is_new:
        subject = f"bundle:{bundle.digest[:12]}"
        record(actor=SYSTEM, action="catalogue.keep_bundle", subject=subject, at=at)
