"""The people written by hand, and how their stays go, as data files."""

from naravard.demo.stories.data import (
    Born,
    DrawnStay,
    PersonStory,
    RelationStory,
    StaffStory,
    Step,
    Stories,
    ToldStay,
)
from naravard.demo.stories.reading import read_stories, stories_beside

__all__ = [
    "Born",
    "DrawnStay",
    "PersonStory",
    "RelationStory",
    "StaffStory",
    "Step",
    "Stories",
    "ToldStay",
    "read_stories",
    "stories_beside",
]
