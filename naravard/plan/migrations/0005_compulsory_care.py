"""A plan may rest on LPT 7 a § or LRV 12 a § alone, which ask for no consent."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """Since when; and what a plan that is worked on rests on."""

    ANSWERED_FOR = {
        "tightens_at_once": "Only lets one more ground in; every row passes already."
    }
    dependencies = [("plan", "0004_pack_lock")]

    operations = [
        migrations.AddField(
            model_name="plan",
            name="compulsory_since",
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.RemoveConstraint(
            model_name="plan", name="plan_shared_only_with_consent"
        ),
        migrations.AddConstraint(
            model_name="plan",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("consented", True),
                    ("compulsory_since__isnull", False),
                    (
                        "status__in",
                        [
                            "need_flagged",
                            "consent_pending",
                            "declined",
                            "withdrawn",
                            "closed",
                        ],
                    ),
                    _connector="OR",
                ),
                name="plan_shared_only_with_consent",
            ),
        ),
    ]
