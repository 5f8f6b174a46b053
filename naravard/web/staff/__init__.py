"""The staff face: our turn first, others' turn as what we wait for."""
