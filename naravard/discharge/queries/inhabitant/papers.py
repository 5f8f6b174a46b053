"""The papers the hospital gave the person; in part for a relative."""

from uuid import UUID

from naravard.access.rules import Extent
from naravard.core.errors import NotFound
from naravard.discharge.own import Paper, PaperRow
from naravard.discharge.queries.inhabitant.reading import OwnCase
from naravard.messages.catalogue.patient_information import PatientInformation
from naravard.messages.queries import Letter

# What a relative with a mandate sees: times, whom to call and what to watch for, not
# what care was given. Our choice until the person can choose herself.
SHARED = (
    "call_by_day",
    "call_by_night",
    "appointments",
    "warning_signs",
    "if_warning_signs",
    "self_care",
    "named_contact",
    "planning_meeting",
    "plans",
)
NOT_SHARED = ("what_was_done", "medicines", "medicine_changes")


def paper_rows(own: OwnCase) -> tuple[PaperRow, ...]:
    """The papers, newest first."""
    return tuple(_row(letter) for letter in own.information)


def paper_from(own: OwnCase, paper_id: UUID) -> Paper:
    """One paper of the person's. Raises NotFound when it is not hers."""
    for letter in own.information:
        if letter.id == paper_id and isinstance(letter.payload, PatientInformation):
            return _paper(letter, letter.payload, own.record.extent)
    raise NotFound(
        "Papperet finns inte här.",
        remedy="Gå till Hem och välj bland dina papper. Saknar du ett papper, ring"
        " avdelningen.",
    )


def _paper(letter: Letter, content: PatientInformation, extent: Extent) -> Paper:
    is_whole = extent is Extent.ALL
    shown = (*NOT_SHARED, *SHARED) if is_whole else SHARED
    return Paper(
        row=_row(letter),
        is_whole=is_whole,
        **{name: getattr(content, name) for name in shown},
    )


def _row(letter: Letter) -> PaperRow:
    return PaperRow(
        paper_id=letter.id,
        given_at=letter.sent_at,
        unit=letter.unit_name,
        hospital=letter.hospital,
        replaced=letter.replaced,
    )
