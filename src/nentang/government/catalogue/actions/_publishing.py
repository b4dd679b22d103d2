"""When a draft may be published, and its text as it is then."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from nentang.foundation.forms.public import next_form_version
from nentang.government.catalogue.errors import (
    BaseOutdated,
    BeginsTooEarly,
    BundleFaulty,
    NothingChanged,
)
from nentang.government.catalogue.models import BundleDraft
from nentang.government.catalogue.queries import bundle_on
from nentang.government.catalogue.rules.bundle import PARTS
from nentang.government.catalogue.rules.faults import faults_of
from nentang.kernel.clock import legal_day


def check_publishable(draft: BundleDraft, *, at: datetime) -> None:
    """BundleFaulty, NothingChanged, or one of the two that keep what others rely on.

    BeginsTooEarly: dossiers of today keep what holds today. BaseOutdated: what holds on its day by
    then is not what it was written from, and would be undone without anybody having seen it.
    """
    if faults_of(draft.source):
        raise BundleFaulty
    if all(draft.source[part] == draft.based_on.source[part] for part in PARTS):
        raise NothingChanged
    if draft.valid_from <= legal_day(at):
        raise BeginsTooEarly
    if bundle_on(draft.procedure, draft.valid_from).digest != draft.based_on_id:
        raise BaseOutdated(day=f"{draft.valid_from:%d/%m/%Y}")


def text_to_publish(draft: BundleDraft) -> dict[str, Any]:
    """The text; a form that was changed carries the procedure's code, and a version of its own."""
    source = dict(draft.source)
    if source["form"] == draft.based_on.source["form"]:
        return source
    code = draft.procedure
    version = next_form_version(code)
    form = {**source["form"], "code": code, "version": version, "valid_from": source["valid_from"]}
    return {
        **source,
        "form": form,
        "result": {**source["result"], "form": code},
        "procedure": _with_form(source["procedure"], code),
    }


def _with_form(procedure: Mapping[str, Any], code: str) -> dict[str, Any]:
    return {**procedure, "value": {**procedure["value"], "form": code}}
