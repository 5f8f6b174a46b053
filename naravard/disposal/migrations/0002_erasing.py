"""The path by which records are erased, and the lock over what is let go."""

from django.db import migrations

from naravard.disposal import erasing, lock


class Migration(migrations.Migration):
    """Functions with the owner's rights, the ticket, and who sees what was let go."""

    ANSWERED_FOR = {
        "writes_its_own_sql": "Views, functions and policies; the version before erases"
        " nothing, and sees all it saw while nothing has been let go."
    }
    dependencies = [
        ("access", "0010_compulsory_plan"),
        ("care_messages", "0004_second_lock"),
        ("dialogue", "0002_second_lock"),
        ("discharge", "0004_absences"),
        ("disposal", "0001_initial"),
        ("mobile", "0006_enrolment_waiting_resources"),
        ("people", "0005_where_people_live"),
        ("plan", "0006_compulsory_care_lock"),
        ("review", "0001_initial"),
    ]

    operations = [
        migrations.RunSQL(step) for step in (*erasing.STEPS, *lock.STEPS)
    ]
