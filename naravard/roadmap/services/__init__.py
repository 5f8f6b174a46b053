"""Writes the road: read from its file once, then moved and written by people."""

from naravard.roadmap.services.loading import load_roadmap
from naravard.roadmap.services.meeting import NoteText, finish_note, write_note
from naravard.roadmap.services.moving import comment, decide, move_obstacle, ratify
from naravard.roadmap.services.writing import (
    InitiativeText,
    MilestoneText,
    ObstacleText,
    ProposalText,
    propose_decision,
    write_initiative,
    write_milestone,
    write_obstacle,
)

__all__ = [
    "InitiativeText",
    "MilestoneText",
    "NoteText",
    "ObstacleText",
    "ProposalText",
    "comment",
    "decide",
    "finish_note",
    "load_roadmap",
    "move_obstacle",
    "propose_decision",
    "ratify",
    "write_initiative",
    "write_milestone",
    "write_note",
    "write_obstacle",
]
