"""How a stay in hospital goes, from admission to the call after coming home."""
