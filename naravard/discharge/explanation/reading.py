"""The input as JSON becomes a case to explain, or a refusal that names the field."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import NoReturn, TypedDict, cast

from naravard.discharge.explanation.event_fields import read_event
from naravard.discharge.explanation.fields import (
    FieldGivenTwice,
    InputInvalid,
    Reader,
    items_of,
    joined,
    members_of,
    moment,
    municipality,
    number,
    one_of,
    or_null,
    refuse_unknown,
    truth,
    whole_number,
)
from naravard.discharge.rules.agreement import (
    Agreement,
    Individual,
    LateAdmissionNotice,
    LateSipCall,
    PaymentModel,
    RateYear,
)
from naravard.discharge.rules.explain import CaseInput
from naravard.discharge.rules.history import Event
from naravard.discharge.rules.parties import MUNICIPAL_KINDS, Principal, Unit, UnitKind

CASE_REQUIRED = ("as_of", "registered_in", "units", "events")
CASE_FIELDS = frozenset({*CASE_REQUIRED, "agreement", "rates", "placed_by"})
UNIT_REQUIRED = ("principal", "kind")
UNIT_FIELDS = frozenset({*UNIT_REQUIRED, "municipality"})
MONTH_REQUIRED = ("agreement", "rate", "ready_days")
MONTH_FIELDS = frozenset(MONTH_REQUIRED)
MOST_DECIMALS = 10


class _AgreementFields(TypedDict, total=False):
    """What an agreement was read to hold, under the names of `Agreement`."""

    model: PaymentModel


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthInput:
    """A municipality's month as given."""

    agreement: Agreement
    rate: Decimal | None
    stays: tuple[int, ...]


def parsed(source: str | bytes) -> object:
    """The JSON value of a text; a field given twice is refused when it is read.

    Raises InputInvalid.
    """
    try:
        return _DECODER.decode(_as_text(source))
    except json.JSONDecodeError as problem:
        place = f"rad {problem.lineno}, tecken {problem.colno}"
        raise InputInvalid(
            "$", f"är inte giltig JSON ({place}: {problem.msg})"
        ) from None
    except (ValueError, ArithmeticError, RecursionError):
        raise InputInvalid(
            "$", "är inte rimlig JSON (för stora tal, för djup)"
        ) from None


def read_case(value: object) -> CaseInput:
    """A case of the contract. Raises InputInvalid."""
    given = members_of(value, "$")
    refuse_unknown(given, CASE_FIELDS, "")
    _check_present(given, CASE_REQUIRED, "")
    units = _read_units(given["units"])
    registered_in = _municipality_or_null(given["registered_in"], "registered_in")
    placed_by = _municipality_or_null(given.get("placed_by"), "placed_by")
    return CaseInput(
        as_of=moment(given["as_of"], "as_of"),
        agreement=read_agreement(given.get("agreement", {})),
        rates=_read_rates(given.get("rates", {})),
        registered_in=registered_in,
        placed_by=placed_by,
        units=_working_for(units, registered_in, placed_by),
        events=_read_events(given["events"], units),
    )


def read_month(value: object) -> MonthInput:
    """A month of the contract. Raises InputInvalid."""
    given = members_of(value, "$")
    refuse_unknown(given, MONTH_FIELDS, "")
    _check_present(given, MONTH_REQUIRED, "")
    agreement = read_agreement(given["agreement"], PaymentModel.MONTHLY_AVERAGE)
    if agreement.model is not PaymentModel.MONTHLY_AVERAGE:
        raise InputInvalid("agreement.model", "ska vara monthly_average för en månad")
    stays = items_of(given["ready_days"], "ready_days")
    return MonthInput(
        agreement=agreement,
        rate=None if given["rate"] is None else number(given["rate"], "rate"),
        stays=tuple(
            whole_number(stay, f"ready_days[{index}]")
            for index, stay in enumerate(stays)
        ),
    )


def read_agreement(
    value: object, model: PaymentModel = PaymentModel.STATUTORY
) -> Agreement:
    """An agreement; what is left out is as in LUS. Raises InputInvalid.

    `model` is the one that is meant when none is given.
    """
    given = members_of(value, "agreement")
    fields: dict[str, object] = {"model": model}
    for name, content in given.items():
        reader = _AGREEMENT_READERS.get(name)
        if reader is None:
            raise InputInvalid(joined("agreement", name), "är ett okänt fält")
        fields[name] = reader(content, joined("agreement", name))
    return Agreement(**cast("_AgreementFields", fields))


def _resets(value: object, path: str) -> bool:
    """True: a new notice starts from zero. False or "pause": the free days go on."""
    return False if value == "pause" else truth(value, path)


def _decimals(value: object, path: str) -> int:
    decimals = whole_number(value, path)
    if decimals > MOST_DECIMALS:
        raise InputInvalid(path, f"ska vara högst {MOST_DECIMALS}")
    return decimals


_AGREEMENT_READERS: dict[str, Reader] = {
    "model": one_of(PaymentModel),
    "late_admission_notice": one_of(LateAdmissionNotice),
    "late_sip_call": one_of(LateSipCall),
    "early_sip_call_ok": truth,
    "declined_sip_blocks_liability": truth,
    "withdrawal_resets": _resets,
    "count_discharge_day": truth,
    "noon_strict": truth,
    "rate_year": one_of(RateYear),
    "sip_call_weekend_slide": truth,
    "blocker_release_offset_days": whole_number,
    "threshold_days": number,
    "cap_days": or_null(whole_number),
    "include_day_zero": truth,
    "individual": one_of(Individual),
    "mean_decimals": or_null(_decimals),
}
_principal = one_of(Principal)
_kind = one_of(UnitKind)


def _read_units(value: object) -> dict[str, Unit]:
    given = members_of(value, "units")
    return {key: _read_unit(key, unit) for key, unit in given.items()}


def _read_unit(key: str, value: object) -> Unit:
    path = joined("units", key)
    given = members_of(value, path)
    refuse_unknown(given, UNIT_FIELDS, path)
    _check_present(given, UNIT_REQUIRED, path)
    unit = Unit(
        key=key,
        principal=_principal(given["principal"], f"{path}.principal"),
        kind=_kind(given["kind"], f"{path}.kind"),
        municipality=_municipality_or_null(
            given.get("municipality"), f"{path}.municipality"
        ),
    )
    municipal = unit.principal is Principal.MUNICIPALITY or unit.kind in MUNICIPAL_KINDS
    if municipal and unit.municipality is None:
        raise InputInvalid(f"{path}.municipality", "saknas för en kommunal enhet")
    return unit


def _working_for(
    units: dict[str, Unit], registered_in: str | None, placed_by: str | None
) -> dict[str, Unit]:
    """Who cares for a placed person does it for the municipality that placed her.

    So it is read when the file names no unit of the placing municipality's own.
    """
    if placed_by is None or any(u.municipality == placed_by for u in units.values()):
        return units
    return {
        key: replace(unit, municipality=placed_by)
        if unit.municipality is not None and unit.municipality == registered_in
        else unit
        for key, unit in units.items()
    }


def _municipality_or_null(value: object, path: str) -> str | None:
    return None if value is None else municipality(value, path)


def _read_rates(value: object) -> dict[int, Decimal | None]:
    rates: dict[int, Decimal | None] = {}
    for year, rate in members_of(value, "rates").items():
        path = joined("rates", year)
        if len(year) != len("2022") or not (year.isascii() and year.isdigit()):
            raise InputInvalid(path, "ska vara ett årtal med fyra siffror")
        rates[int(year)] = None if rate is None else number(rate, path)
    return rates


def _read_events(value: object, units: Mapping[str, Unit]) -> tuple[Event, ...]:
    events = items_of(value, "events")
    if not events:
        raise InputInvalid("events", "ska innehålla minst en händelse")
    return tuple(
        read_event(event, f"events[{index}]", units)
        for index, event in enumerate(events)
    )


def _check_present(
    given: dict[str, object], required: tuple[str, ...], path: str
) -> None:
    if not given.keys() >= set(required):
        name = next(name for name in required if name not in given)
        raise InputInvalid(joined(path, name), "saknas")


def _as_text(source: str | bytes) -> str:
    try:
        return source if isinstance(source, str) else source.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise InputInvalid("$", "är inte UTF-8") from None


def _once(pairs: list[tuple[str, object]]) -> dict[str, object]:
    members = dict(pairs)
    if len(members) == len(pairs):
        return members
    names = [name for name, _ in pairs]
    return FieldGivenTwice(next(name for name in names if names.count(name) > 1))


def _refuse_constant(name: str) -> NoReturn:
    raise InputInvalid("$", f"är inte giltig JSON ({name} är inget tal)")


_DECODER = json.JSONDecoder(
    object_pairs_hook=_once, parse_float=Decimal, parse_constant=_refuse_constant
)
