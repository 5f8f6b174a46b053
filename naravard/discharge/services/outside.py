"""Stays that another system tells of, where a ward of ours has to coordinate them.

The ward finds the person on its list without writing her in twice. A stay that nobody
outside the ward was told of also ends as the other system says; once others take part,
its end is a duty of the ward's own (LUS 3 kap.).
"""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from naravard.access import services as access
from naravard.access.rules import Action, Actor, ActorKind, RelationKind
from naravard.discharge.models import DischargeCase, InpatientEpisode
from naravard.discharge.rules.history import CareType, Event, EventType
from naravard.discharge.services.admission import Admission, begin_case
from naravard.discharge.services.casefile import CaseFile
from naravard.discharge.services.performing import Deed, When, perform
from naravard.people.models import CareUnit
from naravard.people.roles import CareUnitKind

TOLD_BY = "Sjukhusets journalsystem"


@transaction.atomic
def coordinate_stay(*, episode_id: UUID, now: datetime) -> bool:
    """Open a case for an open stay at a ward of the county; False when there is none.

    Told twice, it is one case. A ward that only the other system knows of is not ours.
    """
    episode = (
        InpatientEpisode.objects.select_for_update(of=("self",))
        .select_related("person", "ward__organisation")
        .filter(pk=episode_id, discharged_at=None, dischargecase=None)
        .exclude(ward__organisation__county_code="")
        .filter(ward__kind=CareUnitKind.INPATIENT)
        .first()
    )
    if episode is None:
        return False
    begin_case(
        actor=_system_at(episode.ward),
        episode=episode,
        admission=Admission(
            person_id=episode.person_id,
            ward_id=episode.ward_id,
            care=CareType(episode.care),
            planned=episode.planned,
        ),
        when=When(now=now, at=episode.admitted_at),
    )
    return True


@transaction.atomic
def end_untold_stay(
    *, outside_system: str, outside_id: str, discharged_at: datetime, now: datetime
) -> UUID | None:
    """End a stay that nobody outside the ward was told of; the stay's id.

    None when others take part, or the stay has ended: then the case leads it.
    """
    case = (
        DischargeCase.objects.select_related("ward__organisation")
        .filter(
            episode__outside_system=outside_system,
            episode__outside_id=outside_id,
            episode__discharged_at=None,
            episode__admitted_at__lte=discharged_at,
            ended_at=None,
        )
        .first()
    )
    if case is None or case.parties.filter(told_at__isnull=False).count() > 1:
        return None
    _end(case, When(now=now, at=discharged_at))
    return case.episode_id


def _end(case: DischargeCase, when: When) -> None:
    def deed(file: CaseFile) -> Deed:
        file.case.episode.discharged_at = when.happened_at
        file.case.episode.save(update_fields=["discharged_at"])
        access.end_relations(
            source=file.case.pk,
            ends_at=when.happened_at,
            kinds=(RelationKind.ADMISSION,),
        )
        return Deed(
            action=Action.DISCHARGE,
            event=Event(type=EventType.DISCHARGE, at=when.happened_at, reason=TOLD_BY),
        )

    perform(actor=_system_at(case.ward), case_id=case.pk, when=when, deed=deed)


def _system_at(ward: CareUnit) -> Actor:
    """The other system acts for the ward it tells of."""
    return Actor(
        kind=ActorKind.SYSTEM,
        name=TOLD_BY,
        unit_id=ward.pk,
        unit_name=ward.name,
        unit_kind=CareUnitKind(ward.kind),
        organisation_id=ward.organisation_id,
        organisation_name=ward.organisation.name,
    )
