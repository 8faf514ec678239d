"""Speed and peer comparisons; see README.md in this folder."""
