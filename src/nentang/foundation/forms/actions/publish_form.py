"""Publish a version of a form."""

from datetime import datetime

from django.db import transaction

from nentang.agreements.actor import Actor
from nentang.foundation.audit.public import record
from nentang.foundation.forms.errors import FormChanged
from nentang.foundation.forms.models import FormVersion
from nentang.foundation.forms.rules.definition import FormDefinition


@transaction.atomic
def publish_form(*, form: FormDefinition, actor: Actor, at: datetime) -> FormVersion:
    """The version, published now or before; FormChanged where its text is another."""
    version, is_new = FormVersion.objects.get_or_create(
        code=form.code,
        version=form.version,
        defaults={"digest": form.digest, "source": form.source, "published_at": at},
    )
    if version.digest != form.digest:
        raise FormChanged(form=form.id)
    if is_new:
        record(actor=actor, action="forms.publish_form", subject=f"form:{form.id}", at=at)
    return version
