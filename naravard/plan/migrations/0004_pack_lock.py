"""The codes of packs only for those in the plan; one function lets a unit in."""

from django.db import migrations

from naravard.plan.pack_lock import STEPS


class Migration(migrations.Migration):
    """Policies on the table of codes, and the function that uses one."""

    ANSWERED_FOR = {
        "writes_its_own_sql": "Locks only a table that the version before does not know."
    }
    dependencies = [("plan", "0003_pack")]

    operations = [migrations.RunSQL(step) for step in STEPS]
