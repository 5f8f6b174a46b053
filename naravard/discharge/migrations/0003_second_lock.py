"""Cases only for those who take part, or have opened the person's record."""

from django.db import migrations

from naravard.discharge.lock import STEPS


class Migration(migrations.Migration):
    """Policies on the tables of this room, and what a case lets access write."""

    dependencies = [("access", "0005_second_lock"), ("discharge", "0002_append_only")]

    operations = [migrations.RunSQL(step) for step in STEPS]
