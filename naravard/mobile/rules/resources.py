"""What a team works with besides its staff: cars, bags, machines, and how many."""

from enum import StrEnum


class ResourceKind(StrEnum):
    """What a resource is."""

    CAR = "car"
    BAG = "bag"
    XRAY = "xray"
    ULTRASOUND = "ultrasound"
    PUMP = "pump"
    OTHER = "other"


class TeamAct(StrEnum):
    """What somebody changed about a team, as its history tells it."""

    BEGUN = "begun"
    STATE = "state"
    ROOM = "room"
    CRITERIA = "criteria"
    SHIFTS = "shifts"
    SHIFT_LATE = "shift_late"
    SHIFT_LEFT = "shift_left"
    COMPETENCE = "competence"
    DELEGATED = "delegated"
    COMPETENCE_ENDED = "competence_ended"
    RESOURCE = "resource"
    RESOURCE_CHANGED = "resource_changed"
