"""Start-up time and idle memory against an empty Django project of as many apps.

It has the same apps of others (sign-in, lock-out, security headers); each of ours is there with one model.
"""

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
OWN = "nentang."


def empty_project(folder: Path) -> str:
    """The same apps and middleware of others; in place of each of ours one with a model, and one view."""
    from nentang.config.settings import base

    names = []
    for number, app in enumerate(base.INSTALLED_APPS):
        names.append(f"empty{number}" if app.startswith(OWN) else app)
        if app.startswith(OWN):
            (folder / names[-1]).mkdir()
            (folder / names[-1] / "__init__.py").write_text("")
            (folder / names[-1] / "models.py").write_text(
                "from django.db import models\nclass Thing(models.Model):\n    name = models.CharField(max_length=9)\n"
            )
    (folder / "emptyurls.py").write_text(
        "from django.urls import path\nfrom django.http import HttpResponse\n"
        "urlpatterns = [path('', lambda request: HttpResponse())]\n"
    )
    middleware = [each for each in base.MIDDLEWARE if not each.startswith(OWN)]
    return (
        f"import sys; sys.path.insert(0, {str(folder)!r}); from django.conf import settings; "
        f"settings.configure(INSTALLED_APPS={names!r}, MIDDLEWARE={middleware!r}, "
        "ROOT_URLCONF='emptyurls', SECRET_KEY='x', "
        "DATABASES={'default': {'ENGINE': 'django.db.backends.sqlite3', 'NAME': ':memory:'}}, "
        "DEFAULT_AUTO_FIELD='django.db.models.BigAutoField', TEMPLATES=[{'BACKEND': 'django.template.backends.django.DjangoTemplates'}]); "
        "import django; django.setup(); import emptyurls"
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
