"""The checks of the access log, one a file, the heaviest first."""

from naravard.review.catalogue import (
    emergency,
    many_persons,
    many_refusals,
    many_times,
    marked,
    no_relation,
    odd_hours,
    off_shift,
    own_record,
    publicly_known,
    relative,
    same_address,
    same_household,
    same_surname,
    sample,
)
from naravard.review.definition import Check

CHECKS: tuple[Check, ...] = tuple(
    sorted(
        (
            emergency.CHECK,
            own_record.CHECK,
            relative.CHECK,
            same_household.CHECK,
            publicly_known.CHECK,
            marked.CHECK,
            no_relation.CHECK,
            many_persons.CHECK,
            many_times.CHECK,
            many_refusals.CHECK,
            same_address.CHECK,
            same_surname.CHECK,
            odd_hours.CHECK,
            off_shift.CHECK,
            sample.CHECK,
        ),
        key=lambda check: -check.weight,
    )
)
BY_CODE = {check.code: check for check in CHECKS}
