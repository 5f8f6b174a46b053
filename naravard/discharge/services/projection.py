"""What the rules make of a case's events, written where worklists can read it.

The rows written here can be thrown away and made again from the events alone
(`naravard rebuild-cases` does just that); nothing else writes them.
"""

from collections.abc import Iterable
from datetime import date, datetime, time
from uuid import UUID

from naravard.core.clock import day_of, end_of, moment_at
from naravard.discharge.models import CaseParty, Deadline
from naravard.discharge.queries.payment import agreement_in_force
from naravard.discharge.queries.reading import due_moment
from naravard.discharge.rules.agreement import LUS, Agreement
from naravard.discharge.rules.case import Case
from naravard.discharge.rules.deadlines import Deadline as Clock
from naravard.discharge.rules.deadlines import DeadlineStatus, deadlines
from naravard.discharge.rules.folding import fold
from naravard.discharge.rules.liability import Liability, liability_of
from naravard.discharge.rules.states import State
from naravard.discharge.rules.steps import Step, open_steps, track_position
from naravard.discharge.services.casefile import PARTY_COLUMNS, CaseFile
from naravard.people.roles import CareUnitKind

# An estimate that names a day only is shown as noon of that day.
ESTIMATED_HOUR = time(12)
ENDED = frozenset({State.CLOSED, State.ABORTED})


def project(file: CaseFile, *, now: datetime) -> None:
    """Rewrite the case's three readings from its events, as of now.

    Only what the new events moved is written: most of them move a few rows.
    """
    folded = fold(file.history, file.units)
    payer = file.payer
    agreement = _agreement(folded, payer, now)
    liability = liability_of(
        folded, payer=payer, as_of=now, agreement=agreement, rates={}
    )
    describe_case(file, folded, liability, now)
    file.case.save()
    describe_parties(file, folded, open_steps(folded, agreement, now))
    _write_parties(file)
    _write_deadlines(file, folded, agreement, now)


def _write_parties(file: CaseFile) -> None:
    changed = file.changed_parties()
    if changed:
        CaseParty.objects.bulk_create(
            changed,
            update_conflicts=True,
            unique_fields=["case", "unit"],
            update_fields=[column.removesuffix("_id") for column in PARTY_COLUMNS],
        )


def _write_deadlines(
    file: CaseFile, folded: Case, agreement: Agreement, now: datetime
) -> None:
    known = file.history_as_read
    before = deadlines(fold(known, file.units), agreement, now) if known else ()
    kept = {_place(row): _told(row) for row in describe_deadlines(file, before)}
    rows = describe_deadlines(file, deadlines(folded, agreement, now))
    Deadline.objects.bulk_create(
        [row for row in rows if kept.get(_place(row)) != _told(row)],
        update_conflicts=True,
        unique_fields=["case", "code", "number", "unit"],
        update_fields=["name", "due_at", "met_at", "void"],
    )
    for code, number in kept.keys() - {_place(row) for row in rows}:
        Deadline.objects.filter(case=file.case, code=code, number=number).delete()


def _place(row: Deadline) -> tuple[str, int]:
    return (row.code, row.number)


def _told(row: Deadline) -> tuple[datetime, datetime | None, bool]:
    return (row.due_at, row.met_at, row.void)


def describe_case(
    file: CaseFile, folded: Case, liability: Liability, now: datetime
) -> None:
    """Set the case row's columns from the folded case; does not save."""
    case = file.case
    case.state = folded.state
    case.ward_id = UUID(folded.ward)
    case.admitted_at = folded.admitted_at
    case.track = folded.track or ""
    case.position = track_position(folded)
    case.estimated_at = _moment(folded.estimate)
    notice = folded.active_notice
    case.ready_at = notice.sent_at if notice else None
    case.liability_starts_on = (
        liability.notices[-1].starts_on if notice and liability.notices else None
    )
    case.liability_status = liability.status
    case.blocked = bool(folded.open_blockers)
    case.planning_consent = folded.consent or ""
    case.sip_required = folded.sip_required
    case.sip_called_at = folded.sip_calls[0].at if folded.sip_calls else None
    case.discharged_at = folded.discharged_at
    case.ended_at = folded.ended_at or folded.followed_up_at
    case.version = len(file.rows)
    case.changed_at = now


def describe_parties(file: CaseFile, folded: Case, steps: Iterable[Step]) -> None:
    """Set what each unit's worklist says: its own next step, else what it waits for."""
    by_urgency = sorted(steps, key=_urgency)
    for party in file.parties:
        own = [step for step in by_urgency if step.unit == str(party.unit_id)]
        step = next(iter(own or by_urgency), None)
        party.listed = _is_listed(party, folded, own)
        party.ours = bool(own)
        party.step = step.code if step else ""
        party.step_unit_id = UUID(step.unit) if step else None
        party.due_at = due_moment(step.due_at, step.due_on) if step else None
        party.since = step.since if step else None


def describe_deadlines(file: CaseFile, clocks: Iterable[Clock]) -> list[Deadline]:
    """The case's clocks as rows; those not fixed in time yet are left out."""
    rows: list[Deadline] = []
    seen: dict[str, int] = {}
    for clock in clocks:
        seen[clock.code] = seen.get(clock.code, 0) + 1
        due_at = due_moment(clock.due_at, clock.due_on)
        if due_at is not None:
            rows.append(
                Deadline(
                    case=file.case,
                    code=clock.code,
                    name=clock.name,
                    number=seen[clock.code],
                    due_at=due_at,
                    met_at=clock.met_at,
                    void=clock.status is DeadlineStatus.VOID,
                )
            )
    return rows


def _agreement(folded: Case, payer: str | None, now: datetime) -> Agreement:
    if payer is None or not folded.notices:
        return LUS
    return agreement_in_force(payer, day_of(now))


def _urgency(step: Step) -> datetime:
    """What is to be done as soon as possible is to be done the day it came."""
    return due_moment(step.due_at, step.due_on) or end_of(day_of(step.since))


def _is_listed(party: CaseParty, folded: Case, own: list[Step]) -> bool:
    if party.told_at is None or party.left_at or folded.state in ENDED:
        return False
    # The ward is done when the person has gone and everything is handed over.
    gone = folded.state is State.DISCHARGED
    return not (gone and party.kind == CareUnitKind.INPATIENT and not own)


def _moment(estimate: date | datetime | None) -> datetime | None:
    if estimate is None or isinstance(estimate, datetime):
        return estimate
    return moment_at(estimate, ESTIMATED_HOUR)
