"""The table in which all workers share rate limits, used one-time codes and OpenID codes."""

from django.core.management import call_command
from django.db import migrations


def create(apps, schema_editor):
    call_command("createcachetable", database=schema_editor.connection.alias, verbosity=0)


class Migration(migrations.Migration):
    dependencies = [("identity", "0002_consents")]
    operations = [migrations.RunPython(create, migrations.RunPython.noop)]
