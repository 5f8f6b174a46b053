"""The shape of a condition: what its messages say."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Condition:
    """A reason for care and the sentences that go with it.

    `wards` are beginnings of words in the names of wards that treat it; none means
    any general ward. `medicine` is name, dose and why it is new or changed.
    """

    reason: str
    wards: tuple[str, ...] = ()
    summary: str
    told_patient: str
    needs: tuple[str, ...]
    daily_living: tuple[str, ...]
    nursing: str
    services: tuple[str, ...]
    aids: str
    medicine: tuple[str, str, str]
    warning_signs: tuple[str, ...]
    self_care: tuple[str, ...]
    check_up: str
    questions: tuple[str, ...]
