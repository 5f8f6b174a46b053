"""Whatever was written when: what must go goes, and nothing goes before its time."""

from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from django.db import connection, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from naravard.core.clock import day_of
from naravard.disposal.services import erase, propose
from naravard.messages.models import Message, Receipt
from naravard.operation.retention import Kept, kept_until, rule_on
from tests.house import register
from tests.integration.disposal.conftest import NOW, approve_all_of

TODAY = day_of(NOW)
# Near the years' ends the day decides; between them, anything.
DAYS_AGO = st.one_of(
    st.integers(min_value=1, max_value=12 * 365),
    st.integers(min_value=5 * 365 - 3, max_value=5 * 365 + 5),
    st.integers(min_value=10 * 365 - 3, max_value=10 * 365 + 6),
)
UNITS = st.sampled_from(["ward", "health_centre", "homecoming", "home_nursing"])
# Whose record a unit's writing is: the owner's key, and the rule it is kept under.
OWNERS = {
    "ward": ("region", Kept.HEALTH_RECORD),
    "health_centre": ("region", Kept.HEALTH_RECORD),
    "homecoming": ("lillby", Kept.SOCIAL_RECORD),
    "home_nursing": ("lillby", Kept.HEALTH_RECORD),
}
Record = tuple[int, str, Kept]


@dataclass(frozen=True, kw_only=True)
class Said:
    """One message about one of two persons."""

    about: int
    sender: str
    receiver: str
    days_ago: int

    def records(self) -> set[Record]:
        return {(self.about, *OWNERS[unit]) for unit in (self.sender, self.receiver)}


SAID = st.lists(
    st.builds(
        Said,
        about=st.integers(min_value=0, max_value=1),
        sender=UNITS,
        receiver=UNITS,
        days_ago=DAYS_AGO,
    ),
    min_size=1,
    max_size=8,
)
APPROVE = st.sampled_from([("lillby",), ("region",), ("lillby", "region"), ()])


def those_that_go(said: list[Said], approve: tuple[str, ...]) -> set[Record]:
    """What the law says, counted here once more and in another way."""
    last = {
        record: min(each.days_ago for each in said if record in each.records())
        for each in said
        for record in each.records()
    }
    return {
        record
        for record, days_ago in last.items()
        if record[1] in approve
        if kept_until(TODAY - timedelta(days=days_ago), rule_on(record[2], TODAY))
        < TODAY
    }


def written(said: Said, persons: list[UUID], house: object) -> UUID:
    moment = NOW - timedelta(days=said.days_ago)
    message = Message.objects.create(
        code="general",
        thread=persons[said.about],
        person_id=persons[said.about],
        sender_unit_id=getattr(house, said.sender),
        sent_at=moment,
        recorded_at=moment,
        legal_ground="consent",
    )
    Receipt.objects.create(
        message=message, unit_id=getattr(house, said.receiver), received_at=moment
    )
    return message.pk


@settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(said=SAID, approve=APPROVE)
def test_what_stays_is_what_somebody_still_must_keep(house, officers, said, approve):
    with transaction.atomic():
        persons = [
            register("Karin", "Holm", "194302149804"),
            register("Arne", "Ek", "193905129806"),
        ]
        messages = {written(each, persons, house): each for each in said}
        propose(now=NOW)
        for owner in approve:
            approve_all_of(owner, officers)

        list(erase(now=NOW))

        gone = those_that_go(said, approve)
        left = set(Message.objects.values_list("pk", flat=True))
        assert left == {key for key, each in messages.items() if each.records() - gone}
        with connection.cursor() as cursor:
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        transaction.set_rollback(True)
