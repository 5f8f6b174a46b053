"""Roles that own nothing, and rows only for those who may see them."""

from django.db import migrations

from naravard.access.lock import STEPS
from naravard.core.second_lock import PRIVILEGES, ROLES


class Migration(migrations.Migration):
    """The tables of access; the rooms above lock their own."""

    ANSWERED_FOR = {
        "writes_its_own_sql": "Policies for roles that the version before does not run as.",
    }
    dependencies = [("access", "0004_log_by_month")]

    operations = [migrations.RunSQL(step) for step in (ROLES, PRIVILEGES, *STEPS)]
