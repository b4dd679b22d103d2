"""Change a draft; the text before stays as an earlier version."""

from datetime import datetime

from django.db import transaction

from nentang.agreements.actor import Actor
from nentang.government.office.errors import ChangedMeanwhile, NotDrafting
from nentang.government.office.models import OutgoingDocument
from nentang.government.office.permissions import check_is_drafter
from nentang.government.office.queries import current_text, outgoing_to_change
from nentang.government.office.rules.draft import Draft

from ._document import write_down
from ._draft import attach, check_draft, columns_of, name_recipients, save_version


@transaction.atomic
def change_draft(
    *, code: str, draft: Draft, version: int, actor: Actor, at: datetime
) -> OutgoingDocument:
    """The document with a further version where the text is another; `version` is the one that was changed.

    Raises NotYourDraft, NotDrafting, ChangedMeanwhile, and what drafting raises.
    """
    found = outgoing_to_change(code)
    check_is_drafter(actor, found)
    document = OutgoingDocument.objects.select_for_update().select_related("case").get(pk=found.pk)
    if document.case.state != "drafting":
        raise NotDrafting
    if document.version != version:
        raise ChangedMeanwhile
    check_draft(draft, document.organization_id, at)
    columns = columns_of(draft)
    if draft.text != current_text(document):
        document.version += 1
        save_version(document, draft.text, actor=actor, at=at)
    for name, value in columns.items():
        setattr(document, name, value)
    document.save(update_fields=["version", *columns])
    name_recipients(document, draft.recipients)
    attach(document, draft.file_ids, actor=actor, at=at)
    write_down("change_draft", document, actor=actor, at=at)
    return document
