"""SQL of the second lock over questions about blocks: who asks, and who answers.

Used by migrations.
"""

from naravard.access.lock import OPENED
from naravard.core.second_lock import UNIT, lock

STEPS = (
    lock(
        "access_liftrequest",
        reads=f"unit_id = {UNIT} OR {OPENED}",
        adds=f"unit_id = {UNIT} AND assignment_id = (SELECT lock_said('assignment'))",
        changes=OPENED,
    ),
)
