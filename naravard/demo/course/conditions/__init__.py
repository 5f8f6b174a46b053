"""Why people are in hospital, and what is written about it; every word is invented."""

from naravard.demo.course.conditions.condition import Condition
from naravard.demo.course.conditions.mind import MIND
from naravard.demo.course.conditions.somatic import CHILDREN, SOMATIC
from naravard.demo.course.conditions.surgical import SURGICAL

ADULTS = (*SOMATIC, *SURGICAL)

__all__ = ["ADULTS", "CHILDREN", "MIND", "Condition"]
