"""Tables of who exists; what must always be true is a constraint."""

import uuid

from django.contrib.postgres.indexes import OpClass
from django.db import models
from django.db.models import F, Q

from naravard.people.roles import (
    CareUnitKind,
    OrganisationKind,
    Protection,
    RelatedKind,
    Role,
)


def one_of(field: str, kinds: type) -> models.CheckConstraint:
    """The column holds one of the enum's values and nothing else."""
    return models.CheckConstraint(
        name=f"%(app_label)s_%(class)s_{field}_known",
        condition=Q(**{f"{field}__in": [kind.value for kind in kinds]}),  # type: ignore[attr-defined]
    )


def ends_after_start(
    start: str = "valid_from", end: str = "valid_to"
) -> models.CheckConstraint:
    """A dated row never ends before it begins."""
    return models.CheckConstraint(
        name="%(app_label)s_%(class)s_ends_after_start",
        condition=Q(**{f"{end}__isnull": True}) | Q(**{f"{end}__gte": F(start)}),
    )


def unique_when_filled(field: str) -> models.UniqueConstraint:
    """No two rows share the value, and a row may lack it."""
    return models.UniqueConstraint(
        name=f"%(app_label)s_%(class)s_{field}_unique",
        fields=[field],
        condition=~Q(**{field: ""}),
    )


class Organisation(models.Model):
    """A region, a municipality or a private provider, as it was named from a day."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    key = models.CharField(max_length=80, unique=True)
    name = models.CharField(max_length=200)
    kind = models.CharField(max_length=20)
    organisation_number = models.CharField(max_length=12, blank=True)
    hsa_id = models.CharField(max_length=31, blank=True)
    municipality_code = models.CharField(max_length=4, blank=True)
    county_code = models.CharField(max_length=2, blank=True)
    population = models.PositiveIntegerField(default=0)
    valid_from = models.DateField()
    valid_to = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [one_of("kind", OrganisationKind), ends_after_start()]


class CareUnit(models.Model):
    """A unit under one name and one contract; a change of either ends the row.

    The ended row names its successor, so old cases keep the old name and new ones
    find their way (see `queries.unit_today`).
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    key = models.CharField(max_length=80, unique=True)
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT)
    hsa_id = models.CharField(max_length=31, blank=True)
    name = models.CharField(max_length=200)
    kind = models.CharField(max_length=30)
    municipality_code = models.CharField(max_length=4, blank=True)
    node = models.CharField(max_length=80, blank=True)
    hospital = models.CharField(max_length=120, blank=True)
    beds = models.PositiveSmallIntegerField(default=0)
    phone = models.CharField(max_length=30, blank=True)
    phone_hours = models.CharField(max_length=120, blank=True)
    psychiatric = models.BooleanField(default=False)
    delivery_url = models.URLField(blank=True)
    valid_from = models.DateField()
    valid_to = models.DateField(null=True, blank=True)
    succeeded_by = models.ForeignKey(
        "self",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="precursors",
    )

    class Meta:
        constraints = [
            one_of("kind", CareUnitKind),
            ends_after_start(),
            # Units of systems outside Sweden have none.
            unique_when_filled("hsa_id"),
        ]
        indexes = [models.Index(fields=["organisation", "kind"])]


class Person(models.Model):
    """An inhabitant; identifiers stand in rows of their own."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    given_name = models.CharField(max_length=120)
    family_name = models.CharField(max_length=120)
    search_name = models.CharField(max_length=260, editable=False)
    birth_date = models.DateField(null=True, blank=True)
    deceased_on = models.DateField(null=True, blank=True)
    protection = models.CharField(max_length=30, default=Protection.NONE)
    registered_in = models.CharField(max_length=4, blank=True)
    placed_by = models.CharField(max_length=4, blank=True)
    street = models.CharField(max_length=120, blank=True)
    postal_code = models.CharField(max_length=6, blank=True)
    town = models.CharField(max_length=80, blank=True)
    # Where the registered address lies, WGS84 degrees; both or neither.
    latitude = models.FloatField(null=True, blank=True)
    longitude = models.FloatField(null=True, blank=True)
    phone = models.CharField(max_length=30, blank=True)
    language = models.CharField(max_length=12, default="sv")
    interpreter = models.BooleanField(default=False)
    easy_to_read = models.BooleanField(default=False, db_default=False)
    lacks_capacity = models.BooleanField(default=False)
    listed_unit = models.ForeignKey(
        CareUnit, null=True, blank=True, on_delete=models.PROTECT, related_name="listed"
    )

    class Meta:
        constraints = [one_of("protection", Protection)]
        indexes = [
            models.Index(
                F("listed_unit"),
                OpClass(F("search_name"), name="varchar_pattern_ops"),
                name="person_listed_name",
            ),
        ]


class PersonIdentifier(models.Model):
    """One number a person has or had; an earlier one is linked, never overwritten."""

    person = models.ForeignKey(
        Person, on_delete=models.PROTECT, related_name="identifiers"
    )
    system = models.CharField(max_length=200)  # an IdentifierSystem, or a URI
    value = models.CharField(max_length=100)
    current = models.BooleanField(default=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                name="one_person_per_identifier", fields=["value", "system"]
            ),
            models.UniqueConstraint(
                name="one_current_identifier_per_system",
                fields=["person", "system"],
                condition=Q(current=True),
            ),
        ]


class PersonMerge(models.Model):
    """Two rows were said to be one person, or a merge was undone; only added to.

    `moved` is what was referred elsewhere and `columns` what the rows held before and
    after, so that everything can be put back.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    kept_id = models.UUIDField()
    merged_id = models.UUIDField()
    at = models.DateTimeField()
    reason = models.CharField(max_length=300)
    moved = models.JSONField(default=dict)
    columns = models.JSONField(default=dict)
    undoes = models.OneToOneField(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="undone"
    )


class RelatedPerson(models.Model):
    """A guardian, relative or trustee, and what the person lets them see."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="related")
    other = models.ForeignKey(
        Person,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="related_to",
    )
    name = models.CharField(max_length=200)
    kind = models.CharField(max_length=20)
    relation = models.CharField(max_length=60)
    phone = models.CharField(max_length=30, blank=True)
    may_read = models.BooleanField(default=False)
    may_act = models.BooleanField(default=False, db_default=False)
    # The last day of the mandate; None until it is taken back.
    mandate_to = models.DateField(null=True, blank=True)
    valid_from = models.DateField()
    valid_to = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [one_of("kind", RelatedKind), ends_after_start()]


class Professional(models.Model):
    """Somebody who works in care, under one or more assignments."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    hsa_id = models.CharField(max_length=31, blank=True)
    outside_key = models.CharField(max_length=120, blank=True)  # where no HSA-id is
    given_name = models.CharField(max_length=120)
    family_name = models.CharField(max_length=120)
    title = models.CharField(max_length=120)
    phone = models.CharField(max_length=30, blank=True)

    class Meta:
        constraints = [unique_when_filled("hsa_id"), unique_when_filled("outside_key")]


class Assignment(models.Model):
    """What a professional may do where, from day to day (medarbetaruppdrag)."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    professional = models.ForeignKey(Professional, on_delete=models.PROTECT)
    unit = models.ForeignKey(CareUnit, on_delete=models.PROTECT)
    role = models.CharField(max_length=30)
    may_open_protected = models.BooleanField(default=False)
    valid_from = models.DateField()
    valid_to = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [one_of("role", Role), ends_after_start()]
