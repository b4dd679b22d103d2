"""Dossiers are pinned to the bundle of their day; those that are there, to the law files and their form."""

from datetime import timedelta

import django.db.models.deletion
from django.db import migrations, models

from nentang.government.catalogue.public import bundle_in_files, parse_bundle


def pin(apps, schema_editor):
    Dossier = apps.get_model("services", "Dossier")
    FormVersion = apps.get_model("forms", "FormVersion")
    BundleVersion = apps.get_model("catalogue", "BundleVersion")
    unpinned = Dossier.objects.filter(bundle=None)
    while first := unpinned.order_by("procedure_on", "pk").first():
        code, version = first.form.split("@")
        found = bundle_in_files(first.procedure, first.procedure_on)
        form = FormVersion.objects.get(code=code, version=int(version))
        bundle = parse_bundle({**found.source, "form": form.source})
        BundleVersion.objects.get_or_create(
            digest=bundle.digest,
            defaults={
                "procedure": first.procedure,
                "valid_from": bundle.valid_from,
                "source": bundle.source,
                "published_at": first.submitted_at,
            },
        )
        until = found.rule.period.valid_to or first.procedure_on + timedelta(days=36525)
        unpinned.filter(
            procedure=first.procedure, form=first.form, procedure_on__lt=until
        ).update(bundle_id=bundle.digest)


class Migration(migrations.Migration):
    dependencies = [
        ("catalogue", "0001_initial"),
        ("forms", "0002_merge_two_windows"),
        ("services", "0006_survey"),
    ]
    operations = [
        migrations.AddField(
            model_name="dossier",
            name="bundle",
            field=models.ForeignKey(
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="catalogue.bundleversion",
                to_field="digest",
            ),
        ),
        migrations.RunPython(pin, migrations.RunPython.noop, elidable=True),
    ]
