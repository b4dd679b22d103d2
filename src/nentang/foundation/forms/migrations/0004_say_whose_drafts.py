"""Drafts begun before it was written down whose matter they are: those of people who hold no office are their own."""

from django.db import migrations
from django.db.models import OuterRef, Subquery


def say_whose(apps, schema_editor):
    drafts = apps.get_model("forms", "Draft").objects.filter(person=None)
    accounts = apps.get_model("identity", "Account").objects
    own = accounts.filter(pk=OuterRef("account"), appointments=None)
    drafts.update(person=Subquery(own.values("person")[:1]))


class Migration(migrations.Migration):
    dependencies = [
        ("forms", "0003_whose_draft"),
        ("identity", "0003_cache"),
    ]

    operations = [migrations.RunPython(say_whose, migrations.RunPython.noop, elidable=True)]
