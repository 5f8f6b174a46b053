"""Allowances under way; worth nothing after a minute."""

from django.db import models


class Allowance(models.Model):
    """When one allowance is whole again. The table is unlogged: a crash forgives."""

    key = models.CharField(primary_key=True, max_length=64)
    full_at = models.DateTimeField()
    latest = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["full_at"])]
