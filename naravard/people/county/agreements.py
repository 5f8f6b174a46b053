"""Reads what waiting in hospital costs a municipality: agreements and rates."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from naravard.people.county.data import AgreementData, ParameterValue, RateData
from naravard.people.county.reading import Table

FIRST_YEAR_OF_RATES = 2018  # LUS came into force on 1 January 2018


class PaymentModel(StrEnum):
    """How the price of waiting is counted."""

    STATUTORY = "statutory"
    MONTHLY_AVERAGE = "monthly_average"


class Care(StrEnum):
    """The kinds of inpatient care that agreements tell apart."""

    SOMATIC = "somatic"
    PSYCHIATRIC = "psychiatric"


# What an agreement may change, under the discharge engine's names, and the kinds of
# value each may have.
AGREEMENT_PARAMETERS: Mapping[str, tuple[type, ...]] = MappingProxyType(
    {
        "threshold_days": (float, int),
        "cap_days": (int,),
        "include_day_zero": (bool,),
        "individual": (str,),
        "mean_decimals": (int,),
        "late_admission_notice": (str,),
        "late_sip_call": (str,),
        "early_sip_call_ok": (bool,),
        "declined_sip_blocks_liability": (bool,),
        "withdrawal_resets": (bool,),
        "count_discharge_day": (bool,),
        "sip_call_weekend_slide": (bool,),
        "blocker_release_offset_days": (int,),
    }
)


def agreement(table: Table) -> AgreementData:
    """One row of `agreements`."""
    parameters = table.table("parameters")
    return AgreementData(
        key=table.text("key"),
        model=table.one_of("model", PaymentModel).value,
        municipalities=table.texts("municipalities"),
        care=_care(table),
        parameters=MappingProxyType(_parameters(parameters)),
        valid_from=table.day("valid_from"),
        valid_to=table.day_or_none("valid_to"),
        source=table.text("source"),
        verified=table.flag("verified"),
    )


def rate(table: Table) -> RateData:
    """One row of `rates.day_in_hospital`."""
    return RateData(
        year=table.whole("year", lowest=FIRST_YEAR_OF_RATES),
        amount_sek=table.whole("amount_sek", lowest=1),
        evidence=table.text("evidence"),
        verified=table.flag("verified"),
    )


def _care(table: Table) -> tuple[str, ...]:
    care = table.texts("care")
    if not set(care) <= set(Care):
        raise table.fail("care", f"får bara innehålla {', '.join(Care)}")
    return care


def _parameters(table: Table) -> dict[str, ParameterValue]:
    parameters = {}
    for name in table.keys() & AGREEMENT_PARAMETERS.keys():
        value = table.scalar(name)
        if type(value) not in AGREEMENT_PARAMETERS[name]:
            raise table.fail(name, "har fel sorts värde")
        parameters[name] = value
    table.close()
    return parameters
