"""Talks only for the person and the unit that reads; one function passes them on."""

from django.db import migrations

from naravard.dialogue.lock import STEPS


class Migration(migrations.Migration):
    """Policies on the tables of this room, and what is only ever added to."""

    ANSWERED_FOR = {
        "writes_its_own_sql": "Locks only tables that the version before does not know."
    }
    dependencies = [
        ("access", "0005_second_lock"),
        ("dialogue", "0001_initial"),
        ("plan", "0004_pack_lock"),
    ]

    operations = [migrations.RunSQL(step) for step in STEPS]
