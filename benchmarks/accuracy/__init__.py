"""How well figures and its peers read labelled text: `python -m benchmarks.accuracy`."""
