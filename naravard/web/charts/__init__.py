"""Charts as plain SVG, drawn on the server; colour comes from the stylesheet."""
