"""A case tells the plan when its person is away from home."""

from django.db import migrations

from naravard.discharge.lock import IN_PLAN


class Migration(migrations.Migration):
    """Lets those who work in a case write when she is at the hospital because of it."""

    dependencies = [("discharge", "0003_second_lock"), ("plan", "0002_second_lock")]

    operations = [migrations.RunSQL(IN_PLAN)]
