"""Every action has one shape: keyword-only, knows who acts and when, and writes the audit."""

import ast
from pathlib import Path

from .house import SOURCE, name_of, tree

PLAIN = {"advance.py", "attach_papers.py", "conclude.py", "__init__.py"}


def action_files() -> list[Path]:
    return [path for path in sorted(SOURCE.glob("*/*/actions/*.py")) if path.name not in PLAIN]


def test_a_file_in_actions_holds_the_action_of_its_name() -> None:
    wrong = [
        name_of(path)
        for path in action_files()
        if not path.stem.startswith("_")
        and path.stem not in {n.name for n in tree(path).body if isinstance(n, ast.FunctionDef)}
    ]

    assert not wrong, f"Name the file as the function in it: {wrong}"


def test_actions_take_keywords_only_and_the_time_as_at() -> None:
    wrong = []
    for path in action_files():
        for node in tree(path).body:
            if isinstance(node, ast.FunctionDef) and node.name == path.stem:
                names = [argument.arg for argument in node.args.kwonlyargs]
                if node.args.args or (names and "at" not in names):
                    wrong.append(f"{name_of(path)}({', '.join(names)})")

    assert not wrong, f"Actions take keyword-only arguments and `at`: {wrong}"
