"""How every process begins: settings, apps, the demo's clock."""

import os

import django
from django.conf import settings

from .demo_clock import follow


def start() -> None:
    """Set Django up; in a demo follow its clock."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "nentang.config.settings.local")
    django.setup()
    if settings.DEMO:
        follow(settings.CLOCK_FILE)
