"""The evidence sheet: one case explained from its events alone, as of a moment."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from naravard.core.errors import DomainError
from naravard.discharge.rules.agreement import Agreement, Rates
from naravard.discharge.rules.case import Case
from naravard.discharge.rules.deadlines import Deadline, deadlines
from naravard.discharge.rules.folding import Unfolding, fold
from naravard.discharge.rules.guards.possible import check_possible
from naravard.discharge.rules.history import Event, in_order
from naravard.discharge.rules.liability import Liability, liability_of, payer_of
from naravard.discharge.rules.notice_reasons import Reason
from naravard.discharge.rules.parties import Unit
from naravard.discharge.rules.reasons import Findings, reasons_of
from naravard.discharge.rules.states import State


class EventIllogical(DomainError):
    """An event cannot have happened in the case; `event` is the one."""

    def __init__(self, event: Event, cause: DomainError) -> None:
        """Say what the refused event broke."""
        super().__init__(cause.message, rule=cause.rule, remedy=cause.remedy)
        self.event = event


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseInput:
    """A case as given: its events, its parties, and what has been agreed."""

    as_of: datetime
    agreement: Agreement
    rates: Rates
    registered_in: str | None
    placed_by: str | None
    units: Mapping[str, Unit]
    events: Sequence[Event]
    municipality_names: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """The answer: state, deadlines, payment, and the reason for each."""

    state: State
    sip_required: bool
    deadlines: tuple[Deadline, ...]
    liability: Liability
    reasons: tuple[Reason, ...]


def explain(given: CaseInput) -> Explanation:
    """Explain the case as of `given.as_of`, counting what had happened and was known.

    Every event is checked, also later ones. Raises EventIllogical, NeverAdmitted.
    """
    case = case_as_of(given)
    liability = liability_of(
        case,
        payer=payer_of(registered_in=given.registered_in, placed_by=given.placed_by),
        as_of=given.as_of,
        agreement=given.agreement,
        rates=given.rates,
    )
    return Explanation(
        state=case.state,
        sip_required=case.sip_required,
        deadlines=deadlines(case, given.agreement, given.as_of),
        liability=liability,
        reasons=reasons_of(_findings(case, liability, given)),
    )


def case_as_of(given: CaseInput) -> Case:
    """The case folded from what had happened and was known at `as_of`."""
    happened = _checked(given)
    if not any(_learnt_later(event, given.as_of) for event in given.events):
        return happened
    return fold(
        (event for event in given.events if _known(event, given.as_of)), given.units
    )


def _checked(given: CaseInput) -> Case:
    """The case by what had happened, known or not; every event must be possible."""
    unfolding, then = Unfolding(units=given.units), None
    for event in in_order(given.events):
        if then is None and event.at > given.as_of:
            then = unfolding.folded()
        try:
            check_possible(event, unfolding)
        except DomainError as refusal:
            raise EventIllogical(event, refusal) from refusal
        unfolding.apply(event)
    return then or unfolding.folded()


def _learnt_later(event: Event, as_of: datetime) -> bool:
    return event.recorded_at is not None and event.recorded_at > as_of


def _known(event: Event, as_of: datetime) -> bool:
    return event.at <= as_of and not _learnt_later(event, as_of)


def _findings(case: Case, liability: Liability, given: CaseInput) -> Findings:
    return Findings(
        case=case,
        liability=liability,
        agreement=given.agreement,
        rates=given.rates,
        registered_in=given.registered_in,
        placed_by=given.placed_by,
        as_of=given.as_of,
        municipality_names=given.municipality_names,
    )
