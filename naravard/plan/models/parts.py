"""The parts of the latest version, row by row; fields are named as in `rules.parts`."""

from django.db import models
from django.db.models import F, Q

from naravard.people.models import Assignment, CareUnit, RelatedPerson, one_of
from naravard.plan.models.plan import Plan
from naravard.plan.rules.kinds import (
    ActivityKind,
    ActivityStatus,
    Author,
    LegalBasis,
    LifeArea,
    Mode,
    PassageKind,
    Principal,
    ResponsibleKind,
    ReviewOf,
    TeamRole,
    TimeStatus,
)


class PlanPart(models.Model):
    """What every part has: the same id as in every version, and its plan."""

    id = models.UUIDField(primary_key=True, editable=False)
    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="+")

    class Meta:
        abstract = True


class Passage(PlanPart):
    """One text about one matter, and whose words it is."""

    kind = models.CharField(max_length=30)
    text = models.TextField()
    author = models.CharField(max_length=10)

    class Meta:
        constraints = [
            one_of("kind", PassageKind),
            one_of("author", Author),
            models.UniqueConstraint(
                name="one_passage_per_kind", fields=["plan", "kind"]
            ),
        ]


class Need(PlanPart):
    """A need, and the unit that has taken it on."""

    text = models.TextField()
    area = models.CharField(max_length=10)
    severity = models.PositiveSmallIntegerField(default=0)
    raised_by = models.CharField(max_length=10)
    owner_unit = models.ForeignKey(
        CareUnit, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    closed = models.BooleanField(default=False)
    since_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            one_of("area", LifeArea),
            one_of("raised_by", Author),
            models.CheckConstraint(
                name="need_severity_on_the_scale",
                condition=Q(severity__gte=0, severity__lte=4),
            ),
        ]
        indexes = [
            models.Index(
                fields=["plan"],
                condition=Q(owner_unit__isnull=True, closed=False),
                name="need_without_owner",
            ),
        ]


class Goal(PlanPart):
    """A goal in the person's words."""

    text = models.TextField()
    author = models.CharField(max_length=10)
    measure = models.CharField(max_length=300, blank=True)
    target_on = models.DateField(null=True, blank=True)
    reached = models.BooleanField(default=False)

    class Meta:
        constraints = [one_of("author", Author)]


class GoalNeed(models.Model):
    """A need that a goal answers to."""

    goal = models.ForeignKey(Goal, on_delete=models.CASCADE, related_name="+")
    need = models.ForeignKey(Need, on_delete=models.CASCADE, related_name="+")
    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(name="goal_need_once", fields=["goal", "need"]),
        ]


class GoalRating(models.Model):
    """How far she says that she has come, 0 to 10, on a day."""

    goal = models.ForeignKey(Goal, on_delete=models.CASCADE, related_name="+")
    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="+")
    on = models.DateField()
    value = models.PositiveSmallIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(name="one_rating_a_day", fields=["goal", "on"]),
            models.CheckConstraint(
                name="rating_on_the_scale", condition=Q(value__gte=0, value__lte=10)
            ),
        ]


class Activity(PlanPart):
    """Something that is done, by exactly one responsible."""

    text = models.TextField()
    principal = models.CharField(max_length=20)
    responsible = models.CharField(max_length=10)
    responsible_unit = models.ForeignKey(
        CareUnit, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    responsible_related = models.ForeignKey(
        RelatedPerson, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    responsible_name = models.CharField(max_length=200, blank=True)
    kind = models.CharField(max_length=20)
    basis = models.CharField(max_length=20)
    status = models.CharField(max_length=20)
    decision = models.CharField(max_length=200, blank=True)
    frequency = models.CharField(max_length=200, blank=True)
    starts_on = models.DateField(null=True, blank=True)
    ends_on = models.DateField(null=True, blank=True)
    ended_because = models.CharField(max_length=300, blank=True)

    class Meta:
        constraints = [
            one_of("principal", Principal),
            one_of("responsible", ResponsibleKind),
            one_of("kind", ActivityKind),
            one_of("basis", LegalBasis),
            one_of("status", ActivityStatus),
            models.CheckConstraint(
                name="exactly_one_responsible",
                condition=Q(
                    responsible="unit",
                    responsible_unit__isnull=False,
                    responsible_related__isnull=True,
                )
                | Q(
                    responsible="related",
                    responsible_related__isnull=False,
                    responsible_unit__isnull=True,
                )
                | Q(
                    responsible="person",
                    principal="self",
                    responsible_unit__isnull=True,
                    responsible_related__isnull=True,
                )
                | Q(
                    responsible="outside",
                    responsible_unit__isnull=True,
                    responsible_related__isnull=True,
                )
                & ~Q(responsible_name=""),
            ),
            models.CheckConstraint(
                name="activity_ends_after_start",
                condition=Q(ends_on__isnull=True)
                | Q(starts_on__isnull=True)
                | Q(ends_on__gte=F("starts_on")),
            ),
        ]
        indexes = [models.Index(fields=["responsible_unit", "status"])]


class ActivityGoal(models.Model):
    """A goal that something done leads towards."""

    activity = models.ForeignKey(Activity, on_delete=models.CASCADE, related_name="+")
    goal = models.ForeignKey(Goal, on_delete=models.CASCADE, related_name="+")
    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                name="activity_goal_once", fields=["activity", "goal"]
            ),
        ]


class TeamMember(PlanPart):
    """Somebody in the team around the person."""

    role = models.CharField(max_length=30)
    name = models.CharField(max_length=200)
    title = models.CharField(max_length=200, blank=True)
    unit = models.ForeignKey(
        CareUnit, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    assignment = models.ForeignKey(
        Assignment, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    related = models.ForeignKey(
        RelatedPerson, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    principal = models.CharField(max_length=20)
    in_primary_care = models.BooleanField(default=False)
    assistant_nurse = models.BooleanField(default=False)
    licensed_physician = models.BooleanField(default=False)
    phone = models.CharField(max_length=30, blank=True)
    hours = models.JSONField(default=list)
    from_on = models.DateField(null=True, blank=True)
    to_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            one_of("role", TeamRole),
            one_of("principal", Principal),
            # SoL 10 kap. 7 §: only somebody with the protected title.
            models.CheckConstraint(
                name="named_care_worker_is_assistant_nurse",
                condition=~Q(role="named_care_worker") | Q(assistant_nurse=True),
            ),
            # HSL 7 kap. 3 §: a physician.
            models.CheckConstraint(
                name="named_physician_is_licensed",
                condition=~Q(role="named_physician") | Q(licensed_physician=True),
            ),
        ]
        indexes = [models.Index(fields=["assignment"])]


class AgreedTime(PlanPart):
    """A time agreed with the person (överenskommen tid)."""

    starts_at = models.DateTimeField()
    purpose = models.CharField(max_length=300)
    mode = models.CharField(max_length=10)
    unit = models.ForeignKey(
        CareUnit, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    minutes = models.PositiveSmallIntegerField(default=30)
    place = models.CharField(max_length=300, blank=True)
    status = models.CharField(max_length=10)
    changed_because = models.CharField(max_length=300, blank=True)
    activity = models.ForeignKey(
        Activity, null=True, blank=True, on_delete=models.CASCADE, related_name="+"
    )

    class Meta:
        constraints = [one_of("mode", Mode), one_of("status", TimeStatus)]
        indexes = [models.Index(fields=["plan", "starts_at"])]


class Review(PlanPart):
    """A day to look at something again."""

    of = models.CharField(max_length=20)
    due_on = models.DateField()
    done_on = models.DateField(null=True, blank=True)
    outcome = models.TextField(blank=True)
    experience = models.PositiveSmallIntegerField(null=True, blank=True)

    class Meta:
        constraints = [
            one_of("of", ReviewOf),
            models.CheckConstraint(
                name="experience_on_the_scale",
                condition=Q(experience__isnull=True)
                | Q(experience__gte=1, experience__lte=5),
            ),
        ]
        indexes = [
            models.Index(
                fields=["due_on"], condition=Q(done_on__isnull=True), name="review_due"
            ),
        ]
