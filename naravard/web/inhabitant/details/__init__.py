"""«Mina uppgifter»: how the person wants to be met, and whom she lets do what."""
