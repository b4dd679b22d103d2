"""The demo's second installation: the Ministry of Information and Communications, with documents of its own."""

import shutil
import sqlite3
from datetime import datetime

from django.conf import settings
from django.db import connection

from nentang.government.document_exchange.adapters.own_key import new_credential

from .neighbour import DATABASE, Neighbour

MINISTRY, MINISTRY_NAME = "G14", "Bộ Thông tin và Truyền thông"
CODE, NAME = "bo-thong-tin", "Hệ thống của Bộ Thông tin và Truyền thông"
HOME, HOME_NAME = "ben-tre", "Hệ thống của tỉnh Bến Tre"


def found_ministry() -> None:
    """Its folder: a database that is as ours when nothing has happened yet, our clock, our static files."""
    folder = settings.MINISTRY_FOLDER
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    (folder / settings.CLOCK_FILE.name).symlink_to(settings.CLOCK_FILE)
    (folder / "static").symlink_to(settings.STATIC_ROOT)
    if connection.vendor == "sqlite":
        with sqlite3.connect(str(settings.DATABASES["default"]["NAME"])) as ours:
            ours.execute("VACUUM INTO ?", (str(folder / DATABASE),))
        ours.close()


def open_ministry(at: datetime) -> Neighbour:
    """The process, with tables."""
    neighbour = Neighbour(settings.MINISTRY_FOLDER)
    if connection.vendor != "sqlite":
        neighbour.tell("make_tables", at)
    return neighbour


def spare_certificate() -> str:
    """Of an installation that nobody has begun."""
    made = new_credential().decode()
    return made[made.index("-----BEGIN CERTIFICATE") :]
