"""The pages may end a session: signing out removes its row."""

from django.db import migrations

from naravard.core.second_lock import PAGES

TABLE = "signin_signedinsession"


class Migration(migrations.Migration):
    """One more privilege; nothing is changed for the version before."""

    ANSWERED_FOR = {"writes_its_own_sql": "Only gives a privilege."}
    dependencies = [
        ("signin", "0001_initial"),
        # The roles of the second lock are made there.
        ("access", "0005_second_lock"),
    ]

    operations = [
        migrations.RunSQL(
            f"GRANT DELETE ON {TABLE} TO {PAGES}",
            f"REVOKE DELETE ON {TABLE} FROM {PAGES}",
        )
    ]
