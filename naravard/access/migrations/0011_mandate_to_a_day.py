"""What opens a record knows the last day of a mandate."""

from django.db import migrations

from naravard.access.lock_mandates import BEFORE, SUBJECT_WITH_MANDATES


class Migration(migrations.Migration):
    """The same question, answered with one more condition."""

    ANSWERED_FOR = {
        "writes_its_own_sql": "Rewrites one function that takes and gives what it did."
    }
    dependencies = [
        ("access", "0010_compulsory_plan"),
        ("people", "0006_mandate_to_a_day"),
    ]

    operations = [migrations.RunSQL(SUBJECT_WITH_MANDATES, BEFORE)]
