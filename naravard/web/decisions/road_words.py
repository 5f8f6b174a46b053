"""The road's states, phases and characters in words."""

from django.utils.translation import gettext

from naravard.roadmap.rules import (
    Character,
    DecisionState,
    InitiativeState,
    MilestoneState,
    ObstacleState,
    Phase,
    Scope,
)


def phase_words(phase: Phase) -> str:
    """`Strategi: vägen räknas ut`."""
    return {
        Phase.STRATEGY: gettext("Strategi: vägen räknas ut"),
        Phase.GROUNDWORK: gettext("Planering: det grusas"),
        Phase.PAVING: gettext("Genomförande: plattorna läggs"),
    }[phase]


def scope_words(scope: Scope) -> str:
    """`Gemensam`."""
    return {
        Scope.REGION: gettext("Regional"),
        Scope.MUNICIPALITY: gettext("Kommunal"),
        Scope.JOINT: gettext("Gemensam"),
    }[scope]


def obstacle_state_words(state: ObstacleState) -> tuple[str, str]:
    """How far the removal has come, and the tone of the label."""
    return {
        ObstacleState.LEFT: (gettext("Kvar"), "plain"),
        ObstacleState.WORKING: (gettext("Arbetar med"), "warning"),
        ObstacleState.GONE: (gettext("Borta"), "good"),
    }[state]


def initiative_state_words(state: InitiativeState) -> tuple[str, str]:
    """How far the initiative has come, and the tone of the label."""
    return {
        InitiativeState.PLANNED: (gettext("Planeras"), "plain"),
        InitiativeState.GOING_ON: (gettext("Pågår"), "info"),
        InitiativeState.DELAYED: (gettext("Försenat"), "warning"),
        InitiativeState.DONE: (gettext("Klart"), "good"),
    }[state]


def decision_state_words(state: DecisionState) -> tuple[str, str]:
    """Whether it has been taken and stood behind, and the tone of the label."""
    return {
        DecisionState.PROPOSED: (gettext("Att besluta"), "warning"),
        DecisionState.DECIDED: (gettext("Beslutat, väntar på fler"), "info"),
        DecisionState.RATIFIED: (gettext("Alla står bakom"), "good"),
    }[state]


def milestone_state_words(state: MilestoneState) -> str:
    """`Här är vi`."""
    return {
        MilestoneState.DONE: gettext("Klart"),
        MilestoneState.HERE: gettext("Här är vi"),
        MilestoneState.COMING: gettext("Nästa"),
    }[state]


def character_words(character: Character) -> tuple[str, str, str]:
    """The class in the stylesheet, who it is, and what they do on the road."""
    return {
        Character.INHABITANT: (
            "ost",
            gettext("Invånaren"),
            gettext("Märker skillnaden i vardagen"),
        ),
        Character.STAFF: (
            "med",
            gettext("Medarbetaren"),
            gettext("Bygger vägen tillsammans"),
        ),
        Character.DECISION_MAKER: (
            "bes",
            gettext("Beslutsfattaren"),
            gettext("Väljer riktning och tar bort hinder"),
        ),
    }[character]
