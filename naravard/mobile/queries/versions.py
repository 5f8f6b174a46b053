"""Reads the plans that a day has had, as rounds."""

from naravard.mobile.models import DayPlan
from naravard.mobile.routing.plan import Plan, Round, Stop


def plan_of(version: DayPlan) -> Plan:
    """The rounds as they were then."""
    return Plan(
        rounds=tuple(
            Round(
                caregiver=each["shift"],
                stops=tuple(
                    Stop(visit=visit, service=service, start=start, end=end)
                    for visit, service, start, end in each["stops"]
                ),
            )
            for each in version.rounds
        )
    )
