"""Who has read is found under the numbers a person has had before, too."""

from django.db import migrations

from naravard.access.lock_log import READING_OPENED_LOG, ROWS_OF_LOG
from naravard.access.lock_merged import STEPS

BEFORE = (
    READING_OPENED_LOG,
    ROWS_OF_LOG.replace("CREATE FUNCTION", "CREATE OR REPLACE FUNCTION"),
    "DROP FUNCTION lock_rows_of_person(uuid)",
)


class Migration(migrations.Migration):
    """The doors to the log answer for all of a person's rows."""

    ANSWERED_FOR = {
        "writes_its_own_sql": "Rewrites two functions that take and give what they did."
    }
    dependencies = [
        ("access", "0008_liftrequest"),
        ("people", "0003_merging"),
    ]

    operations = [
        *(migrations.RunSQL(step, migrations.RunSQL.noop) for step in STEPS),
        migrations.RunSQL(migrations.RunSQL.noop, "".join(BEFORE)),
    ]
