"""The database itself refuses to change or remove what has been recorded."""

from django.db import migrations

from naravard.core.append_only import guard, unguard

TABLES = ("discharge_caseevent",)


class Migration(migrations.Migration):
    """Guards the tables that are only ever added to."""

    ANSWERED_FOR = {
        "writes_its_own_sql": "Triggers on tables that the version before only adds to.",
    }
    dependencies = [("discharge", "0001_initial")]

    operations = [
        migrations.RunSQL(sql=guard(table), reverse_sql=unguard(table))
        for table in TABLES
    ]
