"""Who wrote what of the road, which is only ever added to."""

from django.db import migrations, models

from naravard.core.append_only import guard, unguard


class Migration(migrations.Migration):
    """Every edit leaves a row."""

    ANSWERED_FOR = {
        "writes_its_own_sql": "The table is made here, so nobody waits for it."
    }
    dependencies = [
        ('roadmap', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='RoadEdit',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(max_length=20)),
                ('about', models.UUIDField(db_index=True)),
                ('title', models.CharField(max_length=200)),
                ('at', models.DateTimeField()),
                ('by_name', models.CharField(max_length=200)),
                ('by_unit', models.CharField(max_length=200)),
            ],
        ),
        migrations.RunSQL(guard('roadmap_roadedit'), unguard('roadmap_roadedit')),
    ]
