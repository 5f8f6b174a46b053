"""A part in a plan by LPT 7 a § is a relation of its own, and opens only by being one."""

from django.db import migrations, models

from naravard.access.lock_log import OPENING_OF_LOG


class Migration(migrations.Migration):
    """One more kind of relation, known to the second lock."""

    ANSWERED_FOR = {
        "tightens_at_once": "Only lets one more kind in; every row passes already.",
        "writes_its_own_sql": "Same function; knows one more ground, which the version"
        " before never writes.",
    }
    dependencies = [("access", "0009_log_of_merged")]

    operations = [
        migrations.RemoveConstraint(
            model_name="carerelation",
            name="access_carerelation_kind_known",
        ),
        migrations.AddConstraint(
            model_name="carerelation",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "kind__in",
                        [
                            "admission",
                            "case",
                            "named_contact",
                            "plan",
                            "compulsory_plan",
                            "enrolled",
                            "service",
                            "investigation",
                            "listed",
                            "appointment",
                            "referral",
                            "school",
                            "stated",
                        ],
                    )
                ),
                name="access_carerelation_kind_known",
            ),
        ),
        migrations.RunSQL(OPENING_OF_LOG),
    ]
