"""The rules of the skip step by kind: calendar, names, serial numbers, idioms. Each returns a reason or None."""
