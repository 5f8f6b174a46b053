"""The access log becomes one table a month, and gets a chain of seals."""

import django.contrib.postgres.fields
from django.db import migrations, models

from naravard.access.log_months import STEPS
from naravard.core.append_only import guard

OTHER = """
CREATE TRIGGER access_log_other_no_truncate BEFORE TRUNCATE ON access_log_other
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
"""


class Migration(migrations.Migration):
    """Moves the rows there are; they keep their numbers."""

    ANSWERED_FOR = {
        "writes_its_own_sql": "Made before the first release; the log was then empty everywhere.",
    }
    dependencies = [("access", "0003_who_may_see_what")]

    operations = [
        *(migrations.RunSQL(step) for step in STEPS),
        migrations.RunSQL(guard("access_accesslogentry") + OTHER),
        migrations.CreateModel(
            name="AccessLogSeal",
            fields=[
                ("number", models.BigIntegerField(primary_key=True, serialize=False)),
                ("month", models.DateField()),
                ("detached", models.BooleanField(default=False)),
                ("sealed_at", models.DateTimeField()),
                ("horizon", models.BigIntegerField()),
                (
                    "ids",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.BigIntegerField(), size=None
                    ),
                ),
                ("digests", models.BinaryField()),
                ("previous", models.BinaryField()),
                ("hash", models.BinaryField()),
            ],
            options={
                "indexes": [
                    models.Index(fields=["month"], name="access_log_seal_month")
                ],
            },
        ),
        migrations.RunSQL(guard("access_accesslogseal")),
    ]
