"""Two rows turn out to be one person, or turn out not to be."""

from datetime import date
from io import StringIO
from uuid import UUID

import pytest
from django.core.management import CommandError, call_command

from naravard.access import queries as access_queries
from naravard.access.models import AccessLogEntry, CareRelation, ChangeEntry
from naravard.core.errors import DomainError
from naravard.discharge.models import DischargeCase, InpatientEpisode
from naravard.discharge.services import inhabitant as own
from naravard.discharge.services.extract import extract_for_disclosure
from naravard.people import queries, services
from naravard.people.details import Number, PersonDetails
from naravard.people.errors import (
    AlreadyParted,
    CannotBeMoved,
    MergeReasonMissing,
    NotOnePerson,
    RecordsCollide,
)
from naravard.people.identity import IdentifierSystem
from naravard.people.models import Person, PersonIdentifier, PersonMerge
from naravard.people.roles import Protection, RelatedKind
from tests.house import BEFORE, House, at, build_house, register
from tests.integration.discharge.steps import admitted, notified

pytestmark = pytest.mark.django_db
NOW = at("2026-03-02 14:00")
WHY = "Legitimation visad när hon vaknade."
RESERVE = Number(system="https://sjukhuset.example/reserv", value="R-1")


@pytest.fixture
def house() -> House:
    return build_house()


@pytest.fixture
def karin(house: House) -> UUID:
    return register("Karin", "Holm", "194302149804", listed_unit_id=house.health_centre)


@pytest.fixture
def unknown(house: House) -> UUID:
    """Somebody without papers, who was brought in unconscious."""
    return services.register_person(
        person=PersonDetails(given_name="Okänd", family_name="Kvinna"),
        numbers=(RESERVE,),
    )


def merged(kept: UUID, gone: UUID) -> UUID:
    return services.merge_persons(kept_id=kept, merged_id=gone, reason=WHY, now=NOW).id


def parted(merge: UUID) -> UUID:
    return services.part_persons(merge_id=merge, reason="Fel person.", now=NOW).id


def number_of(person: UUID) -> dict[str, bool]:
    rows = PersonIdentifier.objects.filter(person_id=person)
    return {row.value: row.current for row in rows}


def test_stay_case_and_numbers_follow_to_the_row_that_is_kept(
    house: House, karin: UUID, unknown: UUID
) -> None:
    case = admitted(house, unknown)

    merged(karin, unknown)

    assert DischargeCase.objects.get(pk=case).person_id == karin
    assert InpatientEpisode.objects.get().person_id == karin
    assert CareRelation.objects.get(source=case).person_id == karin
    assert number_of(karin) == {"194302149804": True, "R-1": True}
    assert queries.person_with_number(RESERVE) == karin


def test_what_the_register_knows_goes_with_the_personnummer(
    karin: UUID, unknown: UUID, house: House
) -> None:
    notified(house, unknown)

    merged(unknown, karin)

    kept = Person.objects.get(pk=unknown)
    assert (kept.given_name, kept.birth_date) == ("Karin", date(1943, 2, 14))
    assert kept.listed_unit_id == house.health_centre
    assert Person.objects.get(pk=karin).listed_unit_id is None
    assert number_of(unknown) == {"194302149804": True, "R-1": True}


def test_temporary_number_is_not_current_beside_a_personnummer(
    house: House, karin: UUID
) -> None:
    coordination = Number(
        system=IdentifierSystem.COORDINATION_NUMBER, value="194302749802"
    )
    other = services.register_person(
        person=PersonDetails(given_name="Karin", family_name="Holm"),
        numbers=(coordination,),
    )

    merged(karin, other)

    assert number_of(karin) == {"194302149804": True, "194302749802": False}


def test_protected_identity_is_never_lost(karin: UUID, unknown: UUID) -> None:
    services.set_protection(
        person_id=unknown, protection=Protection.CONFIDENTIALITY_MARK
    )

    merged(karin, unknown)

    protection = Person.objects.get(pk=karin).protection
    assert protection == Protection.CONFIDENTIALITY_MARK


def test_parted_again_everything_is_as_before(
    house: House, karin: UUID, unknown: UUID
) -> None:
    case = admitted(house, unknown)
    rows = list(Person.objects.order_by("pk").values())
    merge = merged(karin, unknown)

    parted(merge)

    assert DischargeCase.objects.get(pk=case).person_id == unknown
    assert list(Person.objects.order_by("pk").values()) == rows
    assert number_of(karin) == {"194302149804": True}
    assert number_of(unknown) == {"R-1": True}
    assert PersonMerge.objects.count() == 2


def test_what_has_come_since_stays_when_they_are_parted(
    house: House, karin: UUID, unknown: UUID
) -> None:
    merge = merged(karin, unknown)
    case = admitted(house, karin)
    services.note_capacity(person_id=karin, lacks_capacity=True)

    parted(merge)

    assert DischargeCase.objects.get(pk=case).person_id == karin
    assert Person.objects.get(pk=karin).lacks_capacity


def test_merge_is_undone_once(karin: UUID, unknown: UUID) -> None:
    merge = merged(karin, unknown)
    parted(merge)

    with pytest.raises(AlreadyParted):
        parted(merge)


def test_sent_messages_are_not_moved_so_their_row_is_kept(
    house: House, karin: UUID, unknown: UUID
) -> None:
    case = notified(house, unknown)

    with pytest.raises(CannotBeMoved, match="Meddelanden har redan skickats"):
        merged(karin, unknown)

    assert DischargeCase.objects.get(pk=case).person_id == unknown
    assert number_of(unknown) == {"R-1": True}


def test_nobody_lies_in_two_beds(house: House, karin: UUID, unknown: UUID) -> None:
    admitted(house, karin)
    admitted(house, unknown)

    with pytest.raises(RecordsCollide):
        merged(karin, unknown)


def test_those_born_on_different_days_are_two(karin: UUID) -> None:
    eva = register("Eva", "Holm", "197006129808")

    with pytest.raises(NotOnePerson):
        merged(karin, eva)


def test_mother_and_daughter_are_two(karin: UUID, unknown: UUID) -> None:
    services.add_related(
        person_id=karin,
        other_id=unknown,
        name="Eva Holm",
        kind=RelatedKind.RELATIVE,
        relation="dotter",
        valid_from=BEFORE,
    )

    with pytest.raises(NotOnePerson):
        merged(karin, unknown)


def test_whoever_merges_says_how_they_know(karin: UUID, unknown: UUID) -> None:
    with pytest.raises(MergeReasonMissing):
        services.merge_persons(kept_id=karin, merged_id=unknown, reason=" ", now=NOW)


def test_row_is_not_merged_with_itself(karin: UUID) -> None:
    with pytest.raises(DomainError):
        merged(karin, karin)


def test_command_merges_and_parts_and_notes_both_rows(
    karin: UUID, unknown: UUID
) -> None:
    said = StringIO()

    call_command("merge_persons", str(karin), str(unknown), reason=WHY, stdout=said)
    merge = said.getvalue().strip()
    call_command("part_persons", merge, reason="Fel person.", stdout=said)

    noted = ChangeEntry.objects.order_by("pk").values_list("what", "person_id")
    assert {*noted} == {
        ("merged", karin),
        ("merged", unknown),
        ("parted", karin),
        ("parted", unknown),
    }


def test_command_says_the_rules_no(karin: UUID) -> None:
    with pytest.raises(CommandError, match="ingen sådan sammanslagning"):
        call_command("part_persons", str(karin), reason=WHY)


def test_she_sees_who_has_read_also_before_the_rows_were_one(
    house: House, karin: UUID, unknown: UUID
) -> None:
    admitted(house, unknown)
    merge = merged(karin, unknown)
    herself = access_queries.actor_for_person(karin)
    later = at("2026-03-02 16:00")

    shown = own.open_own_readers(actor=herself, now=later, before=None)
    told = extract_for_disclosure(person_id=karin, reason="Dnr 1", now=later)

    kept = set(
        AccessLogEntry.objects.filter(subjects__contains=[unknown]).values_list(
            "pk", flat=True
        )
    )
    assert kept
    assert kept <= {line.id for line in shown.others}
    assert kept <= {line.id for line in told.log}

    parted(merge)

    again = own.open_own_readers(actor=herself, now=later, before=None)
    assert not kept & {line.id for line in again.others}
