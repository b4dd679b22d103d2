"""Nobody runs benchmarks every day: what they ask of the house is still there."""

import ast
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

import pytest

FOLDER = Path(__file__).parents[2] / "benchmarks"


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.py")), ids=lambda path: path.stem)
def test_every_name_that_a_benchmark_imports_exists(path: Path) -> None:
    imports = [
        (node.module, name.name)
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.ImportFrom)
        and (node.module or "").startswith(("nentang.", "tests."))
        and not (node.module or "").startswith("nentang.config.settings")
        for name in node.names
    ]
    assert not [f"{module}.{name}" for module, name in imports if not _exists(str(module), name)]


def _exists(module: str, name: str) -> bool:
    if hasattr(import_module(module), name):
        return True
    return find_spec(f"{module}.{name}") is not None
