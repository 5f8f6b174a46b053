"""The list of discharges: by deadline, with the panel beside it."""
