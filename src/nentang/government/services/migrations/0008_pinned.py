"""Every dossier is pinned; its form is the one in its bundle."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("services", "0007_bundles")]
    operations = [
        migrations.AlterField(
            model_name="dossier",
            name="bundle",
            field=models.ForeignKey(
                db_index=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="catalogue.bundleversion",
                to_field="digest",
            ),
        ),
        migrations.RemoveField(model_name="dossier", name="form"),
    ]
