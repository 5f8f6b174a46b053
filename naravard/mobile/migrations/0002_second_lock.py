"""Visits only for the team, for who asked, or for who has opened the person's record."""

from django.db import migrations

from naravard.mobile.lock import STEPS


class Migration(migrations.Migration):
    """Policies on the tables of this room."""

    ANSWERED_FOR = {
        "writes_its_own_sql": "Locks tables that the version before does not know, and"
        " only adds to what may be written in access."
    }
    dependencies = [
        ("access", "0005_second_lock"),
        ("mobile", "0001_initial"),
    ]

    operations = [migrations.RunSQL(step) for step in STEPS]
