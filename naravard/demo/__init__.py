"""An invented county: people, units, a year of events, personas."""
