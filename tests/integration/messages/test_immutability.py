import pytest
from django.db import DatabaseError, connection, transaction

from naravard.messages.models import Message, Withdrawal
from naravard.messages.services import withdraw
from tests.integration.messages.conftest import MONDAY_MORNING, House, write


@pytest.fixture
def withdrawn(house: House) -> Message:
    message = write(house, house.ward, house.care_planners, text="Som det var")
    withdraw(actor=house.ward, message_id=message.pk, reason="Fel", now=MONDAY_MORNING)
    # Waiting foreign-key checks would refuse a TRUNCATE before our trigger does.
    connection.check_constraints()
    return message


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE care_messages_message SET payload = '{}'",
        "DELETE FROM care_messages_message",
        "TRUNCATE care_messages_message CASCADE",
        "UPDATE care_messages_withdrawal SET reason = ''",
        "DELETE FROM care_messages_withdrawal",
        "TRUNCATE care_messages_withdrawal",
    ],
)
def test_postgresql_refuses_to_change_what_was_said(withdrawn: Message, sql: str):
    with (
        pytest.raises(DatabaseError, match="only ever added to"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(sql)

    assert Message.objects.get(pk=withdrawn.pk).payload["text"] == "Som det var"
    assert Withdrawal.objects.get().reason == "Fel"


def test_the_application_cannot_change_it_either(withdrawn: Message):
    withdrawn.payload = {}

    with pytest.raises(DatabaseError), transaction.atomic():
        withdrawn.save()
    with pytest.raises(DatabaseError), transaction.atomic():
        Withdrawal.objects.all().delete()
