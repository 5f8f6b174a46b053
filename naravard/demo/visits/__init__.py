"""Mobile teams of the invented county: their weeks behind, and today half done."""
