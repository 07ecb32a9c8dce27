"""Model packages and running them: knows tensors, not medicine."""
