"""Mobile teams' pages: what is asked, the day, the board and the visit."""
