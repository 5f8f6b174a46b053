"""Plans told by hand, written by the same services as everybody else's."""

from naravard.demo.plans.telling import tell_plan

__all__ = ["tell_plan"]
