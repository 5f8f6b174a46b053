"""The day replanned when something happens, with what was promised kept if it can."""
