"""A language in one small file, as somebody would begin one."""

#: What stands in its folder, as `words.toml`.
WORDS = """\
# A language in one small file.
[cardinals]
dodici = 12

[words]
be = ["erano", "sono"]

[bounds.almeno]
bound = "at_least"
before = ["almeno"]

[nouns.persone]
class = "person"
unit = "person"
category = "people.other"
words = ["persona/persone"]

[frames.uccidere]
adjectives = ["uccise"]
object = { person = "people.killed" }
"""
TEXT = "Almeno dodici persone uccise."
FIGURE = "Almeno dodici persone · people.killed · 12 person · at_least [12, ∞] · level 2"
