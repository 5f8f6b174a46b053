"""Whose visit a number is, so that whoever may open the person's record can read it."""

from django.db import migrations

from naravard.mobile.lock import WHOSE_VISIT


class Migration(migrations.Migration):
    """A function of its own; the version before does not ask it."""

    ANSWERED_FOR = {"writes_its_own_sql": "Adds a function and changes no table."}
    dependencies = [("mobile", "0002_second_lock")]

    operations = [
        migrations.RunSQL(WHOSE_VISIT, "DROP FUNCTION lock_whose_visit(uuid)")
    ]
