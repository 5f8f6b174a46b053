"""Messages only for sender and receivers, or whoever has opened the person's record."""

from django.db import migrations

from naravard.messages.lock import STEPS


class Migration(migrations.Migration):
    """Policies on the tables of this room."""

    dependencies = [
        ("access", "0005_second_lock"),
        ("care_messages", "0003_answers_forwards_and_withdrawals"),
    ]

    operations = [migrations.RunSQL(step) for step in STEPS]
