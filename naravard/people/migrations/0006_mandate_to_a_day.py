"""A mandate may have a last day."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """One more column, empty for all mandates given before."""

    dependencies = [("people", "0005_where_people_live")]

    operations = [
        migrations.AddField(
            model_name="relatedperson",
            name="mandate_to",
            field=models.DateField(blank=True, null=True),
        ),
    ]
