"""SQL of the second lock over messages: sender, receivers, whoever opened the record.

Used by migrations.
"""

from naravard.access.lock import OPENED
from naravard.core.second_lock import UNIT, allow, lock

QUESTIONS = """
CREATE FUNCTION lock_holds_message(asked uuid) RETURNS boolean LANGUAGE plpgsql STABLE
SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE
    unit uuid := lock_unit();
BEGIN
    RETURN unit IS NOT NULL AND (
        EXISTS (SELECT FROM care_messages_message
            WHERE id = asked AND sender_unit_id = unit)
        OR EXISTS (SELECT FROM care_messages_receipt
            WHERE message_id = asked AND unit_id = unit));
END $$;
CREATE FUNCTION lock_sees_message(asked uuid) RETURNS boolean LANGUAGE plpgsql STABLE
SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
    RETURN EXISTS (SELECT FROM care_messages_message
            WHERE id = asked AND person_id = ANY (lock_persons()))
        OR lock_holds_message(asked);
END $$;
"""

RECEIVED = f"""EXISTS (SELECT FROM care_messages_receipt r
    WHERE r.message_id = care_messages_message.id AND r.unit_id = {UNIT})"""
SEES, HOLDS = "lock_sees_message(message_id)", "lock_holds_message(message_id)"
SENT = f"""EXISTS (SELECT FROM care_messages_message m
    WHERE m.id = message_id AND m.sender_unit_id = {UNIT})"""

TABLES = "\n".join(
    [
        lock(
            "care_messages_message",
            reads=f"sender_unit_id = {UNIT} OR {OPENED} OR {RECEIVED}",
            adds=f"sender_unit_id = {UNIT}",
        ),
        lock(
            "care_messages_receipt",
            reads=f"unit_id = {UNIT} OR {SEES}",
            adds=HOLDS,  # a unit that got the message may pass it on
            changes=f"unit_id = {UNIT}",
        ),
        lock("care_messages_withdrawal", reads=SEES, adds=SENT),
        lock("care_messages_delivery", reads=SEES, adds=HOLDS),
        allow("care_messages_message", pages="SELECT, INSERT", jobs="SELECT, INSERT"),
        allow(
            "care_messages_withdrawal", pages="SELECT, INSERT", jobs="SELECT, INSERT"
        ),
        allow(
            "care_messages_delivery",
            pages="SELECT, INSERT",
            jobs="SELECT, INSERT, UPDATE",
        ),
    ]
)

STEPS = (QUESTIONS, TABLES)
