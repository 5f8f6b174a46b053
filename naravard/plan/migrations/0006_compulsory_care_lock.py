"""Parties see a plan that rests on LPT 7 a §, whatever the person has said."""

from django.db import migrations

from naravard.plan.compulsory_lock import STEPS


class Migration(migrations.Migration):
    """Who works in a plan, asked anew."""

    ANSWERED_FOR = {
        "writes_its_own_sql": "Answers as before where `compulsory_since` is empty,"
        " and the version before leaves it empty."
    }
    dependencies = [
        ("access", "0010_compulsory_plan"),
        ("plan", "0005_compulsory_care"),
    ]

    operations = [migrations.RunSQL(step) for step in STEPS]
