"""The evidence sheet in words: findings with their law, figures with their source."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from django.utils.functional import Promise
from django.utils.translation import gettext, gettext_lazy

from naravard.core.clock import day_of
from naravard.discharge.rules.agreement import PaymentModel
from naravard.discharge.rules.liability import Liability, LiabilityStatus
from naravard.discharge.rules.notice_reasons import Reason
from naravard.discharge.rules.wording import days_in_words, kronor
from naravard.discharge.services import OpenedEvidence
from naravard.people.queries import PersonHeader
from naravard.web.staff.case.messages import AT_ONCE
from naravard.web.staff.case.page import LIABILITY
from naravard.web.staff.words.events import event_words
from naravard.web.staff.words.steps import Text
from naravard.web.words.days import clock_time, long_day

MODELS: dict[str, Promise] = {
    PaymentModel.STATUTORY: gettext_lazy("Dag för dag, enligt lagen"),
    PaymentModel.MONTHLY_AVERAGE: gettext_lazy("Månadens medelvärde"),
}
# While it stands so there is a first day, or may come to be one.
COUNTING = frozenset({LiabilityStatus.GRACE, LiabilityStatus.ACCRUING})


@dataclass(frozen=True, slots=True, kw_only=True)
class Basis:
    """One thing the sheet rests on, where it stands, and whether it is confirmed."""

    what: str
    text: str
    source: str
    verified: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceEvent:
    """One event, when it happened and when it was written down if later."""

    what: str
    when: str
    who: str
    written: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownEvidence:
    """The sheet."""

    person: PersonHeader
    conclusion: Text
    payer: str
    from_day: str
    days: str
    amount: str
    reasons: tuple[Reason, ...]
    events: tuple[EvidenceEvent, ...]
    bases: tuple[Basis, ...]

    @property
    def unverified(self) -> bool:
        """Whether anything the sheet rests on is not confirmed by anybody."""
        return any(not basis.verified for basis in self.bases)


def shown_evidence(found: OpenedEvidence, now: datetime) -> ShownEvidence:
    """The sheet as it stands now."""
    liability = found.evidence.explanation.liability
    return ShownEvidence(
        person=found.person,
        conclusion=LIABILITY[liability.status],
        payer=found.evidence.payer or gettext("Ingen kommun"),
        from_day=_from_day(found, liability),
        days=days_in_words(liability.payable_days) or gettext("Inga dagar"),
        amount=_amount(liability, found),
        reasons=found.evidence.explanation.reasons,
        events=tuple(
            EvidenceEvent(
                what=event_words(row),
                when=_moment(row.at),
                who=row.unit,
                written=_moment(row.recorded_at)
                if row.recorded_at - row.at >= AT_ONCE
                else "",
            )
            for row in found.evidence.view.events
        ),
        bases=_bases(found, liability),
    )


def _from_day(found: OpenedEvidence, liability: Liability) -> str:
    """The first day to pay for, as long as there is or may come to be one."""
    starts_on = found.evidence.view.case.liability_starts_on
    if starts_on is None or liability.status not in COUNTING:
        return ""
    day = f"{long_day(starts_on)} {starts_on.year}"
    if liability.status is LiabilityStatus.ACCRUING:
        return day
    return gettext("%(day)s, om personen är kvar på sjukhuset då") % {"day": day}


def _amount(liability: Liability, found: OpenedEvidence) -> str:
    if found.evidence.agreement.agreement.model is PaymentModel.MONTHLY_AVERAGE:
        return gettext("Räknas för månaden, inte för ärendet")
    if liability.amount is None:
        return gettext("Beloppet saknas")
    return kronor(liability.amount)


def _bases(found: OpenedEvidence, liability: Liability) -> tuple[Basis, ...]:
    agreement = found.evidence.agreement
    years = {day.year for day in liability.payable_days}
    return (
        Basis(
            what=gettext("Överenskommelse"),
            text=str(MODELS[agreement.agreement.model]),
            source=agreement.source,
            verified=agreement.verified,
        ),
        *(
            Basis(
                what=gettext("Belopp per dygn %(year)s") % {"year": rate.year},
                text=kronor(Decimal(rate.amount)),
                source=rate.source,
                verified=rate.verified,
            )
            for rate in found.evidence.rates
            if rate.year in years
        ),
    )


def _moment(moment: datetime) -> str:
    day = day_of(moment)
    return f"{long_day(day)} {day.year} {clock_time(moment)}"
