"""Quality and follow-up: indicators over a lake of facts, from a unit to the nation."""
