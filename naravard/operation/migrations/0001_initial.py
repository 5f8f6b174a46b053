"""The allowances, in a table that is never written to PostgreSQL's log."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """Makes the table, and spares it the log: a crash may forgive everybody."""

    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="Allowance",
            fields=[
                (
                    "key",
                    models.CharField(max_length=64, primary_key=True, serialize=False),
                ),
                ("full_at", models.DateTimeField()),
                ("latest", models.DateTimeField()),
            ],
            options={
                "indexes": [
                    models.Index(
                        fields=["full_at"], name="operation_a_full_at_67b65e_idx"
                    )
                ],
            },
        ),
        migrations.RunSQL(
            sql="ALTER TABLE operation_allowance SET UNLOGGED",
            reverse_sql="ALTER TABLE operation_allowance SET LOGGED",
        ),
    ]
