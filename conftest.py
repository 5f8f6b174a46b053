"""How hard the property tests look: as usual, or for hours with `make soak`."""

from hypothesis import HealthCheck, settings

# Deadlines would measure the machine, not the code. The same examples every time, so
# that what is red is red for everybody; `make soak` is where new ones are looked for.
settings.register_profile("house", deadline=None, derandomize=True)
settings.register_profile(
    "soak",
    deadline=None,
    max_examples=5_000,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("house")
