"""Writing in the plan part by part, without losing anyone's work."""
