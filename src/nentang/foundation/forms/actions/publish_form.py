"""Publish a version of a form."""

from datetime import datetime

from django.db import transaction

from nentang.agreements.actor import Actor
from nentang.foundation.audit.public import record
from nentang.foundation.forms.errors import FormChanged, FormFaulty
from nentang.foundation.forms.events import FormPublished
from nentang.foundation.forms.models import FormVersion
from nentang.foundation.forms.permissions import check_can_publish
from nentang.foundation.forms.rules.definition import FormDefinition
from nentang.foundation.forms.rules.linting import faults_of_form
from nentang.foundation.outbox.public import publish


@transaction.atomic
def publish_form(*, form: FormDefinition, actor: Actor, at: datetime) -> FormVersion:
    """The version, published now or before.

    FormChanged where its text is another; FormFaulty where nobody could fill it in;
    PublishingNotAllowed.
    """
    check_can_publish(actor)
    if faults := faults_of_form(form):
        raise FormFaulty(form=form.id, faults="; ".join(map(str, faults)))
    version, is_new = FormVersion.objects.get_or_create(
        code=form.code,
        version=form.version,
        defaults={"digest": form.digest, "source": form.source, "published_at": at},
    )
    if version.digest != form.digest:
        raise FormChanged(form=form.id)
    if is_new:
        record(actor=actor, action="forms.publish_form", subject=f"form:{form.id}", at=at)
        publish(FormPublished(form.code, form.version, form.digest), at=at, key=form.code)
    return version
