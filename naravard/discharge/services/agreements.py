"""Writes what a county's file says of payment: agreements and the price of a day."""

from datetime import date

from django.db import transaction

from naravard.core.errors import DomainError
from naravard.discharge.explanation.reading import read_agreement
from naravard.discharge.models import DayRate, PaymentAgreement
from naravard.people.county import AgreementData, County

SOMATIC = "somatic"


class AgreementsDiffer(DomainError):
    """Two agreements for one municipality begin on the same day."""

    rule = "LUS 4 kap. 5 §"

    def __init__(self, municipality: str, day: date) -> None:
        """Name the municipality's code and the day."""
        super().__init__(
            f"Två överenskommelser för {municipality} börjar {day}.",
            remedy="Låt den ena sluta dagen innan den andra börjar.",
        )


@transaction.atomic
def load_payment(*, county: County) -> None:
    """Write agreements and rates; what is already here stands as it is.

    An agreement is never edited, only followed by another. Where somatic and
    psychiatric care have agreements of their own, the somatic one is kept. Raises
    AgreementsDiffer, and InputInvalid when a parameter is not one of the rules'.
    """
    begun: set[tuple[str, date]] = set()
    rows: list[PaymentAgreement] = []
    for agreement in county.agreements:
        if SOMATIC not in agreement.care:
            continue
        parameters = dict(agreement.parameters)
        read_agreement({"model": agreement.model, **parameters})
        for code in agreement.municipalities:
            if (code, agreement.valid_from) in begun:
                raise AgreementsDiffer(code, agreement.valid_from)
            begun.add((code, agreement.valid_from))
            rows.append(_row(code, agreement))
    PaymentAgreement.objects.bulk_create(rows, ignore_conflicts=True)
    DayRate.objects.bulk_create(
        [
            DayRate(
                year=rate.year,
                amount=rate.amount_sek,
                source=rate.evidence,
                verified=rate.verified,
            )
            for rate in county.rates
        ],
        ignore_conflicts=True,
    )


def _row(municipality_code: str, agreement: AgreementData) -> PaymentAgreement:
    return PaymentAgreement(
        municipality_code=municipality_code,
        model=agreement.model,
        parameters=dict(agreement.parameters),
        valid_from=agreement.valid_from,
        valid_to=agreement.valid_to,
        source=agreement.source,
        verified=agreement.verified,
    )
