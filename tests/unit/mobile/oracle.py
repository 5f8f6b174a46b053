"""The cost that no plan can go below, proved by a solver that shares nothing with ours.

Travel, lateness and the worst lateness of small days, as a constraint model: one arc
for each task that one caregiver can make right after another.
"""

from ortools.sat.python import cp_model

from naravard.mobile.routing.model import Problem

LONGEST_DAY = 2000
SECONDS = 30.0


class NotProved(AssertionError):
    """The solver could not prove a least cost in time."""


def least_cost(problem: Problem) -> float:
    """The proved optimum, in the unit of the problem."""
    return _Oracle(problem).solve()


class _Oracle:
    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        self.model = cp_model.CpModel()
        self.tasks = [
            (each, k) for each in problem.visits for k in range(len(each.services))
        ]
        self.number = {(each.id, k): i for i, (each, k) in enumerate(self.tasks)}
        self.start = [self.model.new_int_var(0, LONGEST_DAY, "") for _ in self.tasks]
        self.by = [
            [self.model.new_bool_var("") for _ in problem.caregivers]
            for _ in self.tasks
        ]
        self.road: list[cp_model.LinearExprT] = []

    def solve(self) -> float:
        for c in range(len(self.problem.caregivers)):
            self._route(c)
        for i, (each, k) in enumerate(self.tasks):
            self.model.add_exactly_one(self.by[i])
            self.model.add(self.start[i] >= int(each.windows[0].opens))
            for c, who in enumerate(self.problem.caregivers):
                if not each.services[k].needs <= who.can:
                    self.model.add(self.by[i][c] == 0)
        self._bonds()
        self.model.minimize(sum(self.road) + sum(self._late()) + self._worst())
        solver = cp_model.CpSolver()
        solver.parameters.num_workers = 1
        solver.parameters.max_time_in_seconds = SECONDS
        if solver.solve(self.model) != cp_model.OPTIMAL:
            raise NotProved
        return solver.objective_value / self.problem.priced_in

    def _place(self, i: int) -> int:
        return self.tasks[i][0].place

    def _route(self, c: int) -> None:
        roads, depot = self.problem.travel[0], len(self.tasks)
        arcs = [(depot, depot, self.model.new_bool_var(""))]
        for i in range(len(self.tasks)):
            arcs.append((i, i, self.by[i][c].negated()))
            arcs.append(self._arc(depot, i, int(roads[0][self._place(i)])))
            arcs.append(self._arc(i, depot, int(roads[self._place(i)][0])))
            arcs += [self._follow(i, j) for j in range(len(self.tasks)) if i != j]
        self.model.add_circuit(arcs)
        for i in range(len(self.tasks)):
            first = int(roads[0][self._place(i)])
            self.model.add(self.start[i] >= first)

    def _arc(self, a: int, b: int, road: int) -> tuple[int, int, cp_model.IntVar]:
        used = self.model.new_bool_var("")
        self.road.append(used * road)
        return a, b, used

    def _follow(self, i: int, j: int) -> tuple[int, int, cp_model.IntVar]:
        road = int(self.problem.travel[0][self._place(i)][self._place(j)])
        arc = self._arc(i, j, road)
        each, k = self.tasks[i]
        leaves = self.start[i] + int(each.services[k].minutes)
        self.model.add(self.start[j] >= leaves + road).only_enforce_if(arc[2])
        return arc

    def _bonds(self) -> None:
        for bond in self.problem.relations:
            one = self.number[bond.first.visit, bond.first.service]
            two = self.number[bond.second.visit, bond.second.service]
            self.model.add(self.start[two] - self.start[one] >= int(bond.least))
            if bond.most is not None:
                self.model.add(self.start[two] - self.start[one] <= int(bond.most))
            for c in range(len(self.problem.caregivers)):
                self.model.add(self.by[one][c] + self.by[two][c] <= 1)

    def _late(self) -> list[cp_model.IntVar]:
        self.late = [self.model.new_int_var(0, LONGEST_DAY, "") for _ in self.tasks]
        for i, (each, _) in enumerate(self.tasks):
            self.model.add(self.late[i] >= self.start[i] - int(each.windows[0].closes))
        return self.late

    def _worst(self) -> cp_model.IntVar:
        worst = self.model.new_int_var(0, LONGEST_DAY, "")
        self.model.add_max_equality(worst, self.late)
        return worst
