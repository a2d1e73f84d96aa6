"""The private side's intake: what is read, what is refused, and that no value comes back in a message."""
