"""All that is done with a plan, from flagged need to its end, each as one act."""
