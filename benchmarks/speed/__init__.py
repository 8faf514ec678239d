"""How fast figures is, beside its peers: `python -m benchmarks.speed`; see README.md in the folder above."""
