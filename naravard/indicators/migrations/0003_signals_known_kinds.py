"""Try the rows that were there before the kinds of signals were told apart."""

from django.contrib.postgres.operations import ValidateConstraint
from django.db import migrations


class Migration(migrations.Migration):

    dependencies = [
        ('indicators', '0002_signals_by_limit_and_post'),
    ]

    operations = [
        ValidateConstraint(
            model_name='signalsubscription',
            name='indicators_signalsubscription_when_known',
        ),
    ]
