"""The command `figures corpus`: whole corpora in, one file of rows out, resumable after a crash at any moment.

Data flows one way: `inputs` finds the files, `reading` opens one after the other and asks the reader of its format
for items (`texts`, `jsonlines`, `tables`, `columns`), `run` extracts, `rowfiles` and `parts` write, and `journal`
says up to where the output is complete. `command` holds the arguments.
"""
