"""What the weekly meetings agree on."""

import django.db.models.deletion
import uuid
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('roadmap', '0002_roadedit'),
    ]

    operations = [
        migrations.CreateModel(
            name='MeetingNote',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('text', models.TextField()),
                ('owner', models.CharField(blank=True, max_length=200)),
                ('due_on', models.DateField(blank=True, null=True)),
                ('written_at', models.DateTimeField()),
                ('by_name', models.CharField(max_length=200)),
                ('by_unit', models.CharField(max_length=200)),
                ('done_at', models.DateTimeField(blank=True, null=True)),
                ('done_by', models.CharField(blank=True, max_length=200)),
                ('roadmap', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to='roadmap.roadmap')),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('owner', ''), ('due_on__isnull', False), _connector='OR'), name='what_has_an_owner_has_a_day')],
            },
        ),
    ]
