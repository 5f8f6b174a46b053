"""What may be wrong with a ViewDefinition, or with the resources it is run over."""

from naravard.core.errors import DomainError


class ViewNotValid(DomainError):
    """A ViewDefinition breaks the specification; the message says where."""


class PathNotReadable(ViewNotValid):
    """A path of a ViewDefinition is not FHIRPath."""


class ResourcesNotReadable(DomainError):
    """The files hold no resources, or the view met a value it cannot show."""


class SuiteNotFound(DomainError):
    """The folder holds no test cases."""
