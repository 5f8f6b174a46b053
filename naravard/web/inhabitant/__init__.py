"""Invånaren: what happens next, whom to call, my papers, who has read about me."""
