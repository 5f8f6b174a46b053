"""Roles that own nothing, and rows only for those who may see them."""

from django.db import migrations

from naravard.access.lock import STEPS
from naravard.core.second_lock import PRIVILEGES, ROLES


class Migration(migrations.Migration):
    """The tables of access; the rooms above lock their own."""

    dependencies = [("access", "0004_log_by_month")]

    operations = [migrations.RunSQL(step) for step in (ROLES, PRIVILEGES, *STEPS)]
