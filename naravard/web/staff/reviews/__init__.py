"""Follow-up of who has read: for those who review, and for those who are asked."""
