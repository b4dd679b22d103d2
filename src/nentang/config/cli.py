"""`nentang`: the one command line."""

import os
import sys

from django.core.management import execute_from_command_line


def main() -> int:
    """Run the command named on the command line; 0 where it did what it says."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "nentang.config.settings.local")
    execute_from_command_line(["nentang", *sys.argv[1:]])
    return 0
