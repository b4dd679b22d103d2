"""The tables of an empty base, made from the models as they are.

Django plays every migration from the first on and makes all models anew for each change of one: with two
hundred models that is forty seconds of CPU, for tables that the last state says anyway. What migrations do
beside that (triggers, the table of the cache) is done in their order; what only changes rows that an
older version wrote is `elidable`, and left out.
"""

from collections.abc import Iterator

from django.apps import apps
from django.db import migrations
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.graph import MigrationGraph
from django.db.migrations.migration import Migration
from django.db.migrations.operations.base import Operation

HOUSE = "nentang."
Node = tuple[str, str]


def is_empty(connection: BaseDatabaseWrapper) -> bool:
    """Whether the base has no table at all."""
    return not connection.introspection.table_names()


def make_tables(connection: BaseDatabaseWrapper) -> None:
    """All tables, with every migration noted as applied."""
    executor = MigrationExecutor(connection)
    graph = executor.loader.graph
    alone = [leaf for leaf in graph.leaf_nodes() if not _stands_on_us(graph, leaf)]
    executor.migrate(alone)
    before = {node for leaf in alone for node in graph.forwards_plan(leaf)}
    _make(connection, {app_label for app_label, _name in before})
    for node in _in_order(graph):
        if node not in before:
            _do_beside(connection, executor.loader.get_migration(*node))
            executor.recorder.record_applied(*node)


def _stands_on_us(graph: MigrationGraph, leaf: Node) -> bool:
    """Whether a migration of ours is among those that the leaf needs, itself included."""
    plan = graph.forwards_plan(leaf)
    return any(apps.get_app_config(label).name.startswith(HOUSE) for label, _name in plan)


def _in_order(graph: MigrationGraph) -> Iterator[Node]:
    plans = (graph.forwards_plan(leaf) for leaf in graph.leaf_nodes())
    return iter(dict.fromkeys(node for plan in plans for node in plan))


def _make(connection: BaseDatabaseWrapper, made: set[str]) -> None:
    """Tables of all apps but those that have theirs."""
    with connection.schema_editor() as editor:
        for model in apps.get_models():
            if model._meta.app_label not in made and model._meta.can_migrate(connection):
                editor.create_model(model)


def _do_beside(connection: BaseDatabaseWrapper, migration: Migration) -> None:
    """What the migration does to the base that no model says."""
    for operation in migration.operations:
        if not operation.elidable:
            _run(connection, migration, operation)


def _run(connection: BaseDatabaseWrapper, migration: Migration, operation: Operation) -> None:
    with connection.schema_editor(atomic=migration.atomic) as editor:
        if isinstance(operation, migrations.RunPython):
            operation.code(apps, editor)  # type: ignore[arg-type] # the models as they are now
        elif isinstance(operation, migrations.RunSQL):
            state = migrations.state.ProjectState()
            operation.database_forwards(migration.app_label, editor, state, state)
