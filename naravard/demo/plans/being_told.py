"""A plan while it is told: whose, by whom opened, at which hour."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, time, timedelta
from uuid import UUID

from naravard.access import services as access
from naravard.access.queries import actor_for_assignment
from naravard.access.rules import Category, OpenRecord
from naravard.core.clock import day_of, moment_at
from naravard.demo.inhabitants import person_id
from naravard.demo.plans.parts import Around
from naravard.demo.stories.plans import PlanStory

Step = tuple[datetime, Callable[[datetime], None]]


@dataclass(slots=True, kw_only=True)
class Telling:
    """A plan while it is told."""

    story: PlanStory
    around: Around
    plan_id: UUID | None = None
    meetings: dict[str, UUID] = field(default_factory=dict)

    def at(self, days_ago: int, clock: time) -> datetime:
        """So many days ago by the clock, never after now."""
        day = day_of(self.around.now) - timedelta(days=days_ago)
        return min(moment_at(day, clock), self.around.now)

    def opened(self, key: str, at: datetime, category: Category) -> OpenRecord:
        """The person's record as somebody in staff opens it."""
        assignment_id = self.around.staff[key].assignment_id
        return access.open_record(
            actor=actor_for_assignment(assignment_id, day_of(at)),
            person_id=person_id(self.story.person),
            now=at,
            category=category,
        )

    def card(self, at: datetime) -> OpenRecord:
        """The card, before there is a plan to read."""
        return self.opened(self.story.by, at, Category.PERSON_CARD)

    def plan(self, at: datetime, key: str = "") -> OpenRecord:
        """The plan."""
        return self.opened(key or self.story.by, at, Category.PLAN)

    @property
    def the_plan(self) -> UUID:
        """Which plan."""
        assert self.plan_id is not None
        return self.plan_id
