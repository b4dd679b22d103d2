"""Takes one wall at a time out of the house, in this process only, and puts it back."""

import ast
import inspect
import textwrap
from collections.abc import Iterator
from contextlib import contextmanager
from types import CodeType, FrameType, FunctionType, ModuleType

from nentang.kernel.frozen import Frozen

SCOPES = ("bodies", "organization", "person", "payee", "holder", "applicant", "owner", "counter")
"""Words in a query's conditions that say whose the rows are."""


class Mutant(Frozen):
    """A function with something taken out."""

    name: str
    function: FunctionType
    code: CodeType

    @contextmanager
    def at_large(self) -> Iterator[None]:
        """While this lasts, everybody who calls the function gets the mutant."""
        whole = self.function.__code__
        self.function.__code__ = self.code
        try:
            yield
        finally:
            self.function.__code__ = whole


def mutants_of(module: ModuleType) -> Iterator[Mutant]:
    """Every mutant of the module's own plain functions."""
    for name, function in vars(module).items():
        is_own = inspect.isfunction(function) and function.__module__ == module.__name__
        if is_own and not (function.__closure__ or hasattr(function, "__wrapped__")):
            yield from _mutants(f"{module.__name__.removeprefix('nentang.')}.{name}", function)


def without_refusals(frame: FrameType) -> Mutant | None:
    """The module's own function that runs in the frame, with nothing left that refuses; None where there is none."""
    named = inspect.unwrap(frame.f_globals.get(frame.f_code.co_name, mutants_of))
    if getattr(named, "__code__", None) is not frame.f_code or not isinstance(named, FunctionType):
        return None
    fresh = ast.parse(textwrap.dedent(inspect.getsource(named)))
    fresh.body[0].decorator_list = []  # type: ignore[attr-defined] # the code of a function
    ast.fix_missing_locations(_Unrefusing().visit(fresh))
    made: dict[str, object] = {}
    exec(compile(fresh, f"<{named.__name__} refuses nobody>", "exec"), named.__globals__, made)
    mutant = made[named.__name__]
    assert isinstance(mutant, FunctionType)
    if mutant.__code__.co_code == named.__code__.co_code:
        return None
    return Mutant(f"{named.__name__} refuses nobody", named, mutant.__code__)


class _Unrefusing(ast.NodeTransformer):
    """Takes away every refusal but that of what does not exist."""

    def visit_ExceptHandler(self, node: ast.ExceptHandler) -> ast.ExceptHandler:
        return node

    def visit_Raise(self, _node: ast.Raise) -> ast.Pass:
        return ast.Pass()


def _mutants(name: str, function: FunctionType) -> Iterator[Mutant]:
    tree = ast.parse(textwrap.dedent(inspect.getsource(function)))
    for number, (what, _change) in enumerate(_changes(tree)):
        fresh = ast.parse(textwrap.dedent(inspect.getsource(function)))
        list(_changes(fresh))[number][1]()
        ast.fix_missing_locations(fresh)
        made: dict[str, object] = {}
        exec(compile(fresh, f"<mutant of {name}>", "exec"), function.__globals__, made)
        mutant = made[function.__name__]
        assert isinstance(mutant, FunctionType)
        yield Mutant(f"{name}: {what}", function, mutant.__code__)


class _Change:
    """A change of a tree that is made when it is called."""

    def __init__(self, node: ast.AST, field: str, value: object) -> None:
        self._node, self._field, self._value = node, field, value

    def __call__(self) -> None:
        setattr(self._node, self._field, self._value)


def _changes(tree: ast.Module) -> list[tuple[str, _Change]]:
    return [*_unguarded(tree), *_open(tree), *_wider(tree), *_unscoped(tree)]


def _unguarded(tree: ast.Module) -> Iterator[tuple[str, _Change]]:
    """Refusals that no longer refuse."""
    for node in ast.walk(tree):
        if isinstance(node, ast.If) and any(isinstance(each, ast.Raise) for each in node.body):
            yield f"line {node.lineno} refuses nobody", _Change(node, "body", [ast.Pass()])


def _open(tree: ast.Module) -> Iterator[tuple[str, _Change]]:
    """Answers that are always yes."""
    function = tree.body[0]
    is_yes_or_no = isinstance(function, ast.FunctionDef) and isinstance(function.returns, ast.Name)
    if is_yes_or_no and function.returns.id == "bool":  # type: ignore[attr-defined, union-attr] # just asked
        for node in ast.walk(tree):
            if isinstance(node, ast.Return) and not isinstance(node.value, ast.Constant):
                yield f"line {node.lineno} says yes", _Change(node, "value", ast.Constant(True))


def _wider(tree: ast.Module) -> Iterator[tuple[str, _Change]]:
    """One condition of several left out."""
    for node in ast.walk(tree):
        if isinstance(node, ast.BoolOp) and isinstance(node.op, ast.And):
            for number, left_out in enumerate(node.values):
                rest = [*node.values[:number], *node.values[number + 1 :]]
                kept = rest if len(rest) > 1 else [*rest, *rest]
                yield f"without {ast.unparse(left_out)[:60]}", _Change(node, "values", kept)


def _unscoped(tree: ast.Module) -> Iterator[tuple[str, _Change]]:
    """Queries that no longer say whose the rows are."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and _is_filter(node.func):
            for number, keyword in enumerate(node.keywords):
                if any(word in (keyword.arg or "") for word in SCOPES):
                    rest = [*node.keywords[:number], *node.keywords[number + 1 :]]
                    yield f"not {ast.unparse(keyword)[:60]}", _Change(node, "keywords", rest)


def _is_filter(called: ast.expr) -> bool:
    name = called.attr if isinstance(called, ast.Attribute) else getattr(called, "id", "")
    return name in ("filter", "Q", "get")
