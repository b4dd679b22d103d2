"""`make screens`: the pictures under docs/screens, taken of the played demo.

A demo has to stand under NENTANG_VAR (`make demo`) and be served at the address given, by default
http://127.0.0.1:8000. Nothing is left there but the look itself and two drafts.
"""

import sys

from nentang.config.start import start


def main(base: str) -> int:
    """0 once every picture and the index are written."""
    from nentang.kernel import clock

    from .demo import people_of_the_demo
    from .journeys import write_journeys
    from .pages import LOOKS
    from .pictures import FOLDER, index, take
    from .scene import scene_of
    from .walk import a_browser, walk

    scene = scene_of(people_of_the_demo(), at=clock.now())
    with a_browser() as page:
        taken = [take(page, look) for look in walk(page, base, scene)]
        taken.sort(key=lambda each: LOOKS.index(each.look))
        (FOLDER / "README.md").write_text(index(taken), encoding="utf-8")
        write_journeys(page, base, scene)
    weight = sum(each.stat().st_size for each in FOLDER.iterdir())
    print(f"{len(taken)} pages, {weight / 1e6:.1f} MB under {FOLDER}")  # noqa: T201 - this is the terminal
    return 0


if __name__ == "__main__":
    start()
    sys.exit(main(*sys.argv[1:] or ["http://127.0.0.1:8000"]))
