"""The decision-maker's face: what is surely better, for whom, and the road."""
