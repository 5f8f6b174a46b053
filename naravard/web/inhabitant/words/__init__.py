"""What the rules know, said to the person: du, one thought a sentence."""
