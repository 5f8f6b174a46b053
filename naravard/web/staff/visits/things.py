"""How cars, bags and machines are enough for a day, in words."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.functional import Promise

from naravard.mobile.routing.replanning.limits import exceeded
from naravard.mobile.rows import TeamDay
from naravard.mobile.rules.resources import ThingUse
from naravard.web.staff.words import visits as words


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownThing:
    """A kind of thing, by name, and for how many visits it is needed."""

    use: ThingUse
    kind: str | Promise
    names: str


def things_shown(uses: Iterable[ThingUse]) -> tuple[ShownThing, ...]:
    """What the day needs of what there is; what nobody needs is left out."""
    return tuple(
        ShownThing(
            use=use,
            kind=words.RESOURCES[use.kind],
            names=", ".join(use.names),
        )
        for use in uses
        if use.needed
    )


def beyond(day: TeamDay) -> tuple[str, ...]:
    """What the day as it is planned needs beyond what there is, by name."""
    found = exceeded(day.standing.limits, day.standing.plan)
    return tuple(f"{day.called.told(each)}." for each in found)
