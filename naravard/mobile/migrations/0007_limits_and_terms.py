"""What a visit needs of cars and machines, a county's terms, and what its plan says."""

import django.contrib.postgres.fields
from django.db import migrations, models

from naravard.mobile.limits_lock import LIMITS


class Migration(migrations.Migration):
    """New columns with defaults, a table, and their part of the second lock."""

    ANSWERED_FOR = {
        "writes_its_own_sql": "Adds a function that the version before does not call,"
        " lets a team alone write its shifts, as that version does, and locks a table"
        " that it does not know."
    }

    dependencies = [
        ('mobile', '0006_enrolment_waiting_resources'),
    ]

    operations = [
        migrations.AddField(
            model_name='visit',
            name='resources',
            field=django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=20), blank=True, db_default=[], default=list, size=None),
        ),
        migrations.AddField(
            model_name='visitrequest',
            name='activity',
            field=models.UUIDField(blank=True, null=True),
        ),
        migrations.CreateModel(
            name='VisitTerms',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('county_code', models.CharField(max_length=2)),
                ('urgency', models.CharField(max_length=20)),
                ('answer_minutes', models.PositiveIntegerField()),
                ('visit_minutes', models.PositiveIntegerField(blank=True, null=True)),
                ('valid_from', models.DateField()),
                ('valid_to', models.DateField(blank=True, null=True)),
                ('source', models.CharField(max_length=300)),
                ('verified', models.BooleanField(default=False)),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('urgency__in', ['now', 'today', 'days', 'planned'])), name='mobile_visitterms_urgency_known'), models.CheckConstraint(condition=models.Q(('valid_to__isnull', True), ('valid_to__gte', models.F('valid_from')), _connector='OR'), name='mobile_visitterms_ends_after_start'), models.UniqueConstraint(fields=('county_code', 'urgency', 'valid_from'), name='one_term_per_day_begun')],
            },
        ),
        *(migrations.RunSQL(step) for step in LIMITS),
    ]
