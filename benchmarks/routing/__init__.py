"""How good the planner of home visits is, on published days, beside others."""
