"""A signal by a limit of one's own, kept when it is raised, and sent by e-mail."""

import uuid

import django.db.models.deletion
from django.contrib.postgres.operations import AddConstraintNotValid
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('indicators', '0001_initial'),
        ('people', '0003_merging'),
    ]

    operations = [
        migrations.AddField(
            model_name='signalsubscription',
            name='email',
            field=models.CharField(blank=True, db_default='', max_length=254),
        ),
        migrations.AddField(
            model_name='signalsubscription',
            name='limit',
            field=models.FloatField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name='signalsubscription',
            name='state',
            field=models.CharField(blank=True, db_default='', max_length=20),
        ),
        migrations.AddField(
            model_name='signalsubscription',
            name='when',
            field=models.CharField(db_default='change', default='change', max_length=10),
        ),
        AddConstraintNotValid(
            model_name='signalsubscription',
            constraint=models.CheckConstraint(condition=models.Q(('when__in', ['change', 'worse', 'above', 'below'])), name='indicators_signalsubscription_when_known'),
        ),
        migrations.CreateModel(
            name='Signal',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('state', models.CharField(max_length=20)),
                ('period', models.CharField(max_length=20)),
                ('value', models.FloatField(blank=True, null=True)),
                ('raised_at', models.DateTimeField()),
                ('seen_at', models.DateTimeField(blank=True, null=True)),
                ('mailed_at', models.DateTimeField(blank=True, null=True)),
                ('mail_problem', models.CharField(blank=True, max_length=200)),
                ('subscription', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to='indicators.signalsubscription')),
            ],
            options={
                'indexes': [models.Index(fields=['subscription', '-raised_at'], name='indicators__subscri_d75268_idx')],
            },
        ),
    ]
