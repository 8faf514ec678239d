"""Figures as plain values, flat rows, one line of text and a highlighted page."""
