"""The parts of what a plan costs, each with a meaning, in minutes or counts."""

from dataclasses import dataclass
from itertools import pairwise
from math import ceil

from naravard.mobile.routing.model import Caregiver, Prices, Problem, Visit
from naravard.mobile.routing.plan import Plan, Round, Stop


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """How much of everything a plan has; minutes unless it is said otherwise."""

    travel: float = 0
    late: float = 0  # each minute as many times as the visit's priority
    worst_late: float = 0
    waiting: float = 0
    overtime: float = 0
    most_idle: float = 0
    imbalance: float = 0
    not_preferred: int = 0  # services
    not_named_contact: int = 0  # services
    new_faces: int = 0  # services
    unplanned: int = 0  # visits, each as many times as its priority
    missed_breaks: int = 0  # persons

    def cost(self, prices: Prices) -> float:
        """All parts at their prices; a hard part has no price."""
        return (
            prices.travel * self.travel
            + prices.lateness * self.late
            + prices.worst_lateness * self.worst_late
            + prices.waiting * self.waiting
            + prices.overtime * self.overtime
            + prices.most_idle * self.most_idle
            + prices.imbalance * self.imbalance
            + prices.not_preferred * self.not_preferred
            + prices.not_named_contact * self.not_named_contact
            + prices.new_face * self.new_faces
            + prices.unplanned * self.unplanned
            + prices.missed_break * self.missed_breaks
        )


def priced(problem: Problem, plan: Plan) -> Parts:
    """The parts of a plan whose visits and caregivers are all known."""
    return _Pricing(problem, plan).parts()


class _Pricing:
    """Counts one plan of one day."""

    def __init__(self, problem: Problem, plan: Plan) -> None:
        self.problem = problem
        self.plan = plan
        self.visits = {visit.id: visit for visit in problem.visits}
        self.rounds = {each.caregiver: each for each in plan.rounds}

    def parts(self) -> Parts:
        problem = self.problem
        stops = [
            (each.caregiver, self.visits[stop.visit], stop)
            for each in self.plan.rounds
            for stop in each.stops
        ]
        late = [(visit, self._late(visit, stop)) for _, visit, stop in stops]
        made = {stop.visit for _, _, stop in stops}
        eaters = [each for each in problem.caregivers if each.takes_break]
        return Parts(
            travel=sum(self._road(each) for each in problem.caregivers),
            late=sum(minutes * visit.priority for visit, minutes in late),
            worst_late=max((minutes for _, minutes in late), default=0),
            waiting=sum(self._waiting(each) for each in problem.caregivers),
            overtime=sum(self._overtime(each) for each in problem.caregivers),
            most_idle=max((self._idle(each) for each in problem.caregivers), default=0),
            imbalance=self._imbalance(),
            not_preferred=sum(
                bool(visit.preferred) and who not in visit.preferred
                for who, visit, _ in stops
            ),
            not_named_contact=sum(
                visit.named_contact not in {None, who} for who, visit, _ in stops
            ),
            new_faces=sum(
                bool(visit.known) and who not in visit.known | {visit.named_contact}
                for who, visit, _ in stops
            ),
            unplanned=sum(
                visit.priority for visit in problem.visits if visit.id not in made
            ),
            missed_breaks=sum(self._round(each).meal is None for each in eaters)
            if problem.meal
            else 0,
        )

    def _round(self, who: Caregiver) -> Round:
        return self.rounds.get(who.id, Round(caregiver=who.id, stops=()))

    def _late(self, visit: Visit, stop: Stop) -> float:
        begun = [window for window in visit.windows if window.opens <= stop.start]
        window = begun[-1] if begun else visit.windows[0]
        met_at = stop.end if self.problem.window_met_at_end else stop.start
        return max(0.0, met_at - window.closes)

    def _places(self, who: Caregiver) -> list[int]:
        stops = self._round(who).stops
        if not stops:
            return [who.starts_at]
        between = [self.visits[stop.visit].place for stop in stops]
        return [who.starts_at, *between, who.ends_at]

    def _legs(self, who: Caregiver) -> list[float]:
        matrix = self.problem.travel[who.mode]
        places = self._places(who)
        return [matrix[a][b] for a, b in pairwise(places)]

    def _road(self, who: Caregiver) -> float:
        return sum(self._legs(who))

    def _returns(self, who: Caregiver) -> float:
        each = self._round(who)
        last = each.stops[-1].end
        if each.meal is not None:
            last = max(last, each.meal.end)
        return last + self._legs(who)[-1]

    def _worked(self, who: Caregiver) -> float:
        """Travel and services, without the break."""
        services = sum(stop.end - stop.start for stop in self._round(who).stops)
        return self._road(who) + services

    def _waiting(self, who: Caregiver) -> float:
        """Time away that is neither travel, service nor break.

        It counts from the first visit, for which everybody leaves in time, or from the
        beginning of the shift where that is the rule.
        """
        each = self._round(who)
        if not each.stops:
            return 0
        spent = self._worked(who)
        since = who.shift.opens if who.shift else 0.0
        if self.problem.leaves_when_needed:
            since = each.stops[0].start
            spent -= self._legs(who)[0]
        if each.meal is not None and each.meal.start >= since:
            spent += each.meal.end - each.meal.start
        return max(0.0, self._returns(who) - since - spent)

    def _overtime(self, who: Caregiver) -> float:
        if who.shift is None or not self._round(who).stops:
            return 0
        return max(0.0, self._returns(who) - who.shift.closes)

    def _idle(self, who: Caregiver) -> float:
        if who.shift is None:
            return 0
        each = self._round(who)
        meal = each.meal.end - each.meal.start if each.meal else 0
        shift = who.shift.closes - who.shift.opens
        return shift + self._overtime(who) - self._worked(who) - meal

    def _imbalance(self) -> float:
        if not self.problem.prices.imbalance:
            return 0
        loads = [self._worked(each) for each in self.problem.caregivers]
        mean = sum(loads) / len(loads)
        return sum(ceil(abs(load - mean) - 1e-9) for load in loads)
