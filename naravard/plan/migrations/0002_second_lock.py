"""Plans only for those who take part or have opened the record, while she says yes."""

from django.db import migrations

from naravard.plan.lock import STEPS


class Migration(migrations.Migration):
    """Policies on the tables of this room, and what a plan lets access write."""

    ANSWERED_FOR = {
        "writes_its_own_sql": "Locks only tables that the version before does not know."
    }
    dependencies = [("access", "0005_second_lock"), ("plan", "0001_initial")]

    operations = [migrations.RunSQL(step) for step in STEPS]
