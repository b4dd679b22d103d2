"""What the law files say, for tests that need no database."""

from datetime import date

from nentang.foundation.forms.public import FormDefinition
from nentang.government.catalogue.adapters.law_files import all_forms, bundle_in_files
from nentang.government.catalogue.rules.bundle import Bundle


def in_files(code: str, on: date) -> Bundle:
    """What the files say of that procedure on that day."""
    bundle = bundle_in_files(code, on)
    assert bundle is not None
    return bundle


def form(code: str) -> FormDefinition:
    """The form of that code."""
    return next(each for each in all_forms() if each.code == code)
