"""What may happen in a case, and what cannot have happened.

`possible` refuses what cannot be true of any stay. The evidence sheet uses only that,
for what has happened is explained even where it broke the law. `permitted` adds what
the law asks before an act; the application asks both through `check_can`.
"""

from collections.abc import Mapping, Sequence

from naravard.discharge.rules.folding import Unfolding
from naravard.discharge.rules.guards.permitted import check_permitted
from naravard.discharge.rules.guards.possible import check_possible
from naravard.discharge.rules.history import Event, in_order
from naravard.discharge.rules.parties import Unit


def check_can(
    event: Event, history: Sequence[Event], units: Mapping[str, Unit]
) -> None:
    """Raise the DomainError that says why the event may not happen at its moment.

    A late entry is judged by what had happened at its true time, and what is already
    recorded after it must still be possible once it is there.
    """
    case = Unfolding(units=units)
    for each in in_order([*history, event]):
        check_possible(each, case)
        if each is event:
            check_permitted(each, case)
        case.apply(each)


def check_history(history: Sequence[Event], units: Mapping[str, Unit]) -> None:
    """Raise the DomainError of the first event that might not happen at its moment."""
    case = Unfolding(units=units)
    for event in in_order(history):
        check_possible(event, case)
        check_permitted(event, case)
        case.apply(event)
