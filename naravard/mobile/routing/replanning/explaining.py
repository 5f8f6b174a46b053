"""Why a visit is made by whom it is, told beside everybody else who could."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from operator import attrgetter

from naravard.mobile.routing.model import Task, Visit
from naravard.mobile.routing.replanning.remaining import left
from naravard.mobile.routing.replanning.running import Place, Running
from naravard.mobile.routing.replanning.standing import Standing
from naravard.mobile.routing.replanning.words import (
    Called,
    minutes,
    of,
    times,
    together,
)

NEAR = 0.5  # minutes; less is the same
OTHERS_TOLD = 3

Met = Mapping[tuple[str, str], int]  # caregiver and visit: times they have met


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """Why, in one sentence, what the next best would cost, and what each of the others
    would have meant.
    """

    because: str
    others: tuple[str, ...]
    second: str = ""


def explain(
    standing: Standing, visit: str, *, met: Met, called: Called, service: int = 0
) -> Explanation:
    """Why a stop that has not begun is where it is. Raises KeyError if it has begun."""
    return _Explaining(standing, visit, service, met, called).explanation()


def in_short(
    standing: Standing, visit: str, who: str, *, met: Met, contact: bool
) -> str:
    """Why in a few words, for whoever makes the visit: known how well, how far away."""
    count = met.get((who, visit), 0)
    reasons = ["fast kontakt"] if contact else []
    reasons.append(f"träffats {times(count)}" if count else "har inte träffats förut")
    away = standing.away(who, visit)
    if away is not None:
        reasons.append(f"{minutes(away)} dit")
    told = " · ".join(reasons)
    return told[:1].upper() + told[1:]


class _Explaining:
    """Takes one stop out, and looks at every other place for it."""

    def __init__(
        self, standing: Standing, visit: str, service: int, met: Met, called: Called
    ) -> None:
        # What is told is what each would cost, not what it costs to change one's mind.
        rest = left(standing, change_of_person=0, loose=frozenset({visit}))
        self.visit: Visit = standing.visit(visit)
        self.service = self.visit.services[service]
        self.problem = standing.problem
        self.met = met
        self.called = called
        self.limits = standing.limits
        self.can = {each.id: each.can for each in rest.problem.caregivers}
        self.who = standing.made_by(visit)[service]
        running = Running(rest.problem, rest.plan, to_search=False)
        task = running.number_of(rest.here(Task(visit=visit, service=service)))
        running.take(task)
        found: dict[str, Place] = {}
        for place in sorted(running.places(task), key=attrgetter("cost", "after")):
            found.setdefault(place.caregiver, place)
        self.best = found
        self.away = running.away(found[self.who], self.visit.place)

    def explanation(self) -> Explanation:
        chosen = self.best[self.who]
        reasons = list(self._reasons())
        name = self.called.who(self.who)
        because = f"{name}, som " + together(reasons) + "."
        return Explanation(
            because=because,
            others=tuple(self._others(chosen)),
            second=self._second(chosen),
        )

    def _second(self, chosen: Place) -> str:
        """Who would be the next best, and what more that costs, as minutes of road."""
        others = [place for name, place in self.best.items() if name != self.who]
        if not others:
            return "Ingen annan kan göra besöket som dagen ser ut."
        name = self.called.who(others[0].caregiver)
        price = self.problem.prices.travel or 1
        more = (others[0].cost - chosen.cost) / price
        if abs(more) < NEAR:
            return f"{name} hade varit lika bra."
        than = "mer" if more > 0 else "mindre"
        return f"Näst bäst är {name}: det kostar som {minutes(abs(more))} {than} i bil."

    def _reasons(self) -> Iterator[str]:
        whom = self.called.whom(self.visit.id)
        count = self.met.get((self.who, self.visit.id), 0)
        if self.visit.named_contact == self.who:
            yield f"är {of(whom)} fasta kontakt"
        if count:
            yield f"har träffat {whom} {times(count)}"
        if len(self.best) == 1:
            yield "är den enda som får göra besöket"
        yield f"är {minutes(self.away)} bort"

    def _others(self, chosen: Place) -> Iterator[str]:
        others = [place for name, place in self.best.items() if name != self.who]
        for place in others[:OTHERS_TOLD]:
            yield self._other(chosen, place)
        for each in self.problem.caregivers:
            lacks = self.service.needs - each.can
            things = [] if lacks else self._things_lacking(each.id)
            if lacks and len(self.best) <= OTHERS_TOLD:
                skills = ", ".join(sorted(map(self.called.skill, lacks)))
                yield f"{self.called.who(each.id)} saknar behörighet: {skills}."
            if things and len(self.best) <= OTHERS_TOLD:
                yield f"{self.called.who(each.id)} har inte med {together(things)}."

    def _things_lacking(self, who: str) -> list[str]:
        """The things that the visit needs and somebody else has with them."""
        return [
            limit.name
            for limit in self.limits
            if self.visit.id in limit.visits
            and limit.skill not in self.can.get(who, frozenset())
        ]

    def _other(self, chosen: Place, place: Place) -> str:
        parts = [self._road(place.road - chosen.road)]
        whom = self.called.whom(self.visit.id)
        if not self.met.get((place.caregiver, self.visit.id), 0):
            parts.append(f"har inte träffat {whom}")
        if place.moved:
            count = "ett besök" if place.moved == 1 else f"{place.moved} besök"
            parts.append(f"gör {count} upp till {minutes(place.later)} sent")
        return f"{self.called.who(place.caregiver)}: " + ", ".join(parts) + "."

    def _road(self, more: float) -> str:
        if abs(more) < NEAR:
            return "lika lång väg"
        return f"{minutes(abs(more))} {'längre' if more > 0 else 'kortare'} väg"
