"""Names for invented people: given names by birth years, surnames, languages."""

from naravard.demo.names.origins import ORIGINS, Cohort, GivenNames, Origin

__all__ = ["ORIGINS", "Cohort", "GivenNames", "Origin"]
