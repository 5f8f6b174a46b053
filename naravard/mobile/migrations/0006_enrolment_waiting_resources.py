"""Who may be enrolled and why, how long somebody waits, what moved, and resources."""

import django.contrib.postgres.fields
import django.db.models.deletion
import naravard.mobile.rules.states
import uuid
from django.db import migrations, models

from naravard.mobile.lock import PROMISES


class Migration(migrations.Migration):
    """New columns with defaults, three tables, and their part of the second lock."""

    ANSWERED_FOR = {
        "writes_its_own_sql": "Locks tables that the version before does not know, and"
        " adds a function that it does not call."
    }

    dependencies = [
        ('mobile', '0005_sums'),
        ('people', '0005_where_people_live'),
    ]

    operations = [
        migrations.AddField(
            model_name='enrolment',
            name='decided_by',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='enrolments_decided', to='people.assignment'),
        ),
        migrations.AddField(
            model_name='enrolment',
            name='ended_by',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='enrolments_ended', to='people.assignment'),
        ),
        migrations.AddField(
            model_name='enrolment',
            name='reason',
            field=models.CharField(blank=True, db_default='', default='', max_length=500),
        ),
        migrations.AddField(
            model_name='enrolment',
            name='unmet',
            field=django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=80), blank=True, db_default=[], default=list, size=None),
        ),
        migrations.AddField(
            model_name='team',
            name='criteria',
            field=django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=80), blank=True, db_default=[], default=list, size=None),
        ),
        migrations.AddField(
            model_name='team',
            name='criteria_needed',
            field=models.PositiveSmallIntegerField(db_default=0, default=0),
        ),
        migrations.AddField(
            model_name='visit',
            name='cancelled_because',
            field=models.CharField(blank=True, db_default='', default='', max_length=200),
        ),
        migrations.AddField(
            model_name='visit',
            name='due_by',
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.CreateModel(
            name='MovedPromise',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('moved_at', models.DateTimeField()),
                ('because', models.CharField(max_length=200)),
                ('was_from', models.DateTimeField()),
                ('was_to', models.DateTimeField()),
                ('becomes_from', models.DateTimeField(blank=True, null=True)),
                ('becomes_to', models.DateTimeField(blank=True, null=True)),
                ('told_at', models.DateTimeField(blank=True, null=True)),
                ('taken_back_at', models.DateTimeField(blank=True, null=True)),
                ('moved_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='promises_moved', to='people.assignment')),
                ('told_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='promises_told', to='people.assignment')),
                ('visit', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='moved_promises', to='mobile.visit')),
            ],
            options={
                'indexes': [models.Index(fields=['visit', '-moved_at'], name='mobile_move_visit_i_7c4fea_idx')],
                'constraints': [models.CheckConstraint(condition=models.Q(('was_to__isnull', True), ('was_to__gte', models.F('was_from')), _connector='OR'), name='mobile_movedpromise_ends_after_start')],
            },
        ),
        migrations.CreateModel(
            name='Resource',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('kind', models.CharField(max_length=20)),
                ('name', models.CharField(max_length=80)),
                ('state', models.CharField(default=naravard.mobile.rules.states.TeamState['PLANNED'], max_length=20)),
                ('capacity', models.PositiveSmallIntegerField()),
                ('opens_on', models.DateField()),
                ('closes_on', models.DateField(blank=True, null=True)),
                ('team', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='resources', to='mobile.team')),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('kind__in', ['car', 'bag', 'xray', 'ultrasound', 'pump', 'other'])), name='mobile_resource_kind_known'), models.CheckConstraint(condition=models.Q(('state__in', ['planned', 'active', 'closed'])), name='mobile_resource_state_known'), models.CheckConstraint(condition=models.Q(('closes_on__isnull', True), ('closes_on__gte', models.F('opens_on')), _connector='OR'), name='mobile_resource_ends_after_start'), models.UniqueConstraint(fields=('team', 'name'), name='one_resource_a_name')],
            },
        ),
        migrations.CreateModel(
            name='TeamChange',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('made_at', models.DateTimeField()),
                ('what', models.CharField(max_length=20)),
                ('told', models.CharField(max_length=300)),
                ('made_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, to='people.assignment')),
                ('team', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to='mobile.team')),
            ],
            options={
                'indexes': [models.Index(fields=['team', '-made_at'], name='mobile_team_team_id_a790d0_idx')],
                'constraints': [models.CheckConstraint(condition=models.Q(('what__in', ['begun', 'state', 'room', 'criteria', 'shifts', 'shift_late', 'shift_left', 'competence', 'delegated', 'competence_ended', 'resource', 'resource_changed'])), name='mobile_teamchange_what_known')],
            },
        ),
        *(migrations.RunSQL(step) for step in PROMISES),
    ]
