"""Plan a day of home visits: who goes where, when, and what that costs whom."""
