"""Parts about safety and care: contingency, limits, the end of life, self-care."""

from django.db import models

from naravard.people.models import one_of
from naravard.plan.models.parts import PlanPart
from naravard.plan.rules.kinds import PalliativePhase, SafetyStep


class Contingency(PlanPart):
    """If this happens: what I do, what staff do, whom to call."""

    when = models.TextField()
    i_do = models.TextField(blank=True)
    staff_do = models.TextField(blank=True)
    call_name = models.CharField(max_length=200, blank=True)
    call_phone = models.CharField(max_length=30, blank=True)
    preferred_level = models.CharField(max_length=200, blank=True)


class TreatmentLimit(PlanPart):
    """A decided limit of treatment."""

    what = models.TextField()
    decided_by = models.CharField(max_length=200)
    decided_on = models.DateField()
    because = models.TextField()
    discussed_with = models.CharField(max_length=300, blank=True)


class TurningPointTalk(PlanPart):
    """A talk about the turn to care at the end of life (brytpunktssamtal)."""

    held_on = models.DateField()
    held_by = models.CharField(max_length=200)
    present = models.CharField(max_length=300, blank=True)
    said = models.TextField()


class PalliativeCare(PlanPart):
    """The phase of palliative care and where she wants to be."""

    phase = models.CharField(max_length=20)
    since_on = models.DateField()
    wished_place = models.CharField(max_length=200, blank=True)
    as_needed_medicines = models.BooleanField(default=False)
    call_name = models.CharField(max_length=200, blank=True)
    call_phone = models.CharField(max_length=30, blank=True)

    class Meta:
        constraints = [one_of("phase", PalliativePhase)]


class SafetyItem(PlanPart):
    """One line of a safety plan."""

    step = models.CharField(max_length=20)
    text = models.TextField()
    phone = models.CharField(max_length=30, blank=True)
    place = models.PositiveSmallIntegerField(default=0)

    class Meta:
        constraints = [one_of("step", SafetyStep)]


class SelfCareAct(PlanPart):
    """An act judged to be self-care (egenvård)."""

    act = models.TextField()
    assessed_by = models.CharField(max_length=200)
    assessed_on = models.DateField()
    performed_by = models.CharField(max_length=200)
    with_help = models.BooleanField(default=False)
    risks = models.TextField(blank=True)
    instruction = models.TextField(blank=True)
    stop_when = models.TextField(blank=True)
    reassess_on = models.DateField(null=True, blank=True)
