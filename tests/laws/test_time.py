"""Only the clock reads the time; only edges ask the clock."""

import ast

from .house import modules, name_of, tree

EDGES = {
    "views",
    "api",
    "management",
    "tasks",
    "listeners",
    "middleware",
    "context",
    "templatetags",
    "forms",
    "admin",
}
READS = {"now", "utcnow", "today"}


def test_nothing_but_the_clock_reads_the_time() -> None:
    readers = [
        f"{name_of(path)}:{node.lineno}"
        for path in modules()
        if name_of(path) not in {"kernel/clock.py", "config/demo_clock.py"}
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in READS
        and ast.unparse(node.func.value) in {"datetime", "date", "timezone", "datetime.datetime"}
    ]

    assert not readers, (
        f"Take `at` as an argument; edges call nentang.kernel.clock.now(): {readers}"
    )


def test_actions_rules_and_queries_do_not_ask_the_clock() -> None:
    askers = [
        name_of(path)
        for path in modules()
        if {"actions", "rules", "models", "permissions"} & {*path.parts, path.stem}
        and not EDGES & {*path.parts, path.stem}
        and "clock.now(" in path.read_text("utf-8")
    ]

    assert not askers, f"Let the edge pass `at`: {askers}"
