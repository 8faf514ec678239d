"""The steps of the pipeline, one a file: `(sentence, lexicon, candidates) -> candidates`."""
