"""The rules of the skip step by kind: the calendar, names and identifiers, idioms. Each returns a reason or None."""
