"""How near teams are and what their time goes to, as sums; and teams that get orders."""

from django.db import migrations

from naravard.mobile.lock import SUMS


class Migration(migrations.Migration):
    """Functions that give sums alone, and a policy on relations."""

    ANSWERED_FOR = {
        "writes_its_own_sql": "Adds functions that the version before does not call, and"
        " only adds to what may be written in access."
    }
    dependencies = [
        ("access", "0005_second_lock"),
        ("people", "0005_where_people_live"),
        ("mobile", "0004_orders_and_scale"),
    ]

    operations = [migrations.RunSQL(step) for step in SUMS]
