"""Start-up time and idle memory against an empty Django project of as many apps."""

import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from benchmarks.harness import ROUNDS, conclude

GOAL = 1.5
MEASURE = """
import resource, time
begun = time.process_time()
{setup}
used = time.process_time() - begun
print(used, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
"""
OURS = "from nentang.config.start import start; start(); import nentang.config.urls"
APPS = 26


def empty_project(folder: Path) -> str:
    """An empty project: as many apps with a model each, the same contrib apps, one view."""
    names = [f"empty{number}" for number in range(APPS - 7)]
    for name in names:
        (folder / name).mkdir()
        (folder / name / "__init__.py").write_text("")
        (folder / name / "models.py").write_text(
            "from django.db import models\nclass Thing(models.Model):\n    name = models.CharField(max_length=9)\n"
        )
    (folder / "urls.py").write_text(
        "from django.urls import path\nfrom django.http import HttpResponse\n"
        "urlpatterns = [path('', lambda request: HttpResponse())]\n"
    )
    contrib = [
        f"django.contrib.{n}"
        for n in (
            "auth",
            "contenttypes",
            "sessions",
            "messages",
            "staticfiles",
            "humanize",
            "admin",
        )
    ]
    return (
        f"import sys; sys.path.insert(0, {str(folder)!r}); from django.conf import settings; "
        f"settings.configure(INSTALLED_APPS={contrib + names!r}, ROOT_URLCONF='urls', SECRET_KEY='x', "
        "DATABASES={'default': {'ENGINE': 'django.db.backends.sqlite3', 'NAME': ':memory:'}}, "
        "DEFAULT_AUTO_FIELD='django.db.models.BigAutoField', TEMPLATES=[{'BACKEND': 'django.template.backends.django.DjangoTemplates'}]); "
        "import django; django.setup(); import urls; from django.contrib import admin"
    )


def run(setup: str) -> tuple[float, float]:
    """CPU seconds and kilobytes of one start, its bytecode kept as on any machine in use."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    output = subprocess.run(
        [sys.executable, "-c", MEASURE.format(setup=setup)],
        capture_output=True,
        text=True,
        check=True,
        env=kept,
    ).stdout.split()
    return float(output[-2]), float(output[-1])


def main() -> None:
    with tempfile.TemporaryDirectory() as name:
        peer = empty_project(Path(name))
        run(OURS), run(peer)  # whoever starts first compiles
        pairs = [(run(OURS), run(peer)) for _ in range(ROUNDS)]
    time_ratio = statistics.median(ours[0] / theirs[0] for ours, theirs in pairs)
    memory_ratio = statistics.median(ours[1] / theirs[1] for ours, theirs in pairs)
    for label, at in (("ours", 0), ("empty project", 1)):
        cpu = statistics.median(pair[at][0] for pair in pairs)
        memory = statistics.median(pair[at][1] for pair in pairs)
        print(f"  {label}: {1000 * cpu:.0f} ms CPU, {memory / 1024:.0f} MB")
    conclude("start_cpu", time_ratio, GOAL, better="lower")
    conclude("idle_memory", memory_ratio, GOAL, better="lower")


if __name__ == "__main__":
    main()
