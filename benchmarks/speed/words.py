# ruff: noqa: SIM905 - word lists read better on one line
"""The words and sentence patterns that `synthetic.py` writes with; every `{slot}` is filled anew.

A slot is a list in `WORDS` or a method of `synthetic.Slots`.
"""

from __future__ import annotations

WORDS = {
    name: words.split("|")
    for name, words in {
        "day": "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday",
        "month": "January|February|March|April|May|June|July|August|September|October|November|December",
        "people": "people|people|people|civilians|villagers|residents|children|women|farmers|"
        "workers|students|patients|migrants|refugees|passengers|families|households|"
        "protesters|survivors",
        "fighters": "fighters|soldiers|militants|police officers|gunmen|rebels|troops|border guards",
        "things": "houses|schools|clinics|shops|bridges|wells|tents|trucks|homes|cars|boats|huts|latrines",
        "aid": "kits|blankets|tarpaulins|food parcels|jerrycans|vaccine doses|mosquito nets|"
        "hygiene kits|tents",
        "measure": "hectares|kilometres|tonnes|metric tons|litres|miles|acres|barrels",
        "vague": "dozens of|several|hundreds of|thousands of|a few|scores of|tens of thousands of|many",
        "hedge": "at least|about|more than|up to|nearly|some|an estimated|as many as|fewer than|"
        "around|almost|over",
        "harm": "were killed|were injured|fled|were displaced|were evacuated|returned home|"
        "were detained|went missing|lost their homes|were rescued|fell ill|need shelter",
        "role": "mayor|governor|minister|spokeswoman|commander|doctor|teacher|pilot|engineer|"
        "judge|coach|analyst|driver|farmer|bishop|trader|nurse|author|chairman|senator",
        "body": "council|ministry|court|army|party|company|hospital|union|central bank|agency|"
        "committee|club|airline|newspaper|police|cabinet|assembly|university",
        "adjective": "old|narrow|bitter|quiet|foreign|local|weak|long|public|heavy|early|recent|"
        "fragile|western|empty|expensive|popular|muddy|new|rural|joint|private|careful|"
        "broken",
        "noun": "agreement|road|market|plan|election|film|harvest|report|border|river|strike|"
        "season|price|budget|song|storm|ceasefire|appeal|engine|deal|trial|match|"
        "bridge|factory|garden|letter|vote|winter|kitchen|ferry",
        "verb": "welcomed|rejected|delayed|praised|questioned|ignored|approved|repaired|followed|"
        "described|changed|abandoned|defended|lost|promised|inspected|feared|won|closed|"
        "reopened",
        "where": "in the north|near the border|along the coast|outside the capital|in the hills|"
        "across the river|at the harbour|in the old town|on the plain|by the railway",
        "when": "last week|before dawn|after the rains|this spring|late at night|in the summer|"
        "on {day}|at noon|during the talks|once the snow had gone|for the time being",
        "source": "the {role} said|according to the {body}|aid workers reported|{name} told reporters|"
        "officials in {place} said|a statement said|witnesses told local radio|"
        "the {body} confirmed",
        "word": "two|two|three|three|four|five|six|seven|eight|nine|ten|a dozen|twelve|"
        "twenty|forty-two|two hundred|one thousand|three million|half a million|fifteen",
    }.items()
}

PLAIN = """
Roads into {place} stayed shut while crews cleared the mud.
Shopkeepers swept glass from the pavement and waited for the power to come back.
The {body} of {place} asked for patience and promised a full account.
Many spent the night in the open because the aftershocks would not stop.
Talks between the sides broke off {when} without a statement.
Clean water is short, and the hospital has been running on a borrowed generator.
Elders {where} say that they have seen nothing like it in their lives.
A convoy left {place} {when} and was still on the road at dusk.
"We had hoped for a {adjective} {noun}, and we got a {adjective} {noun} instead," {name} said.
The {role} {verb} the {noun} {when}, but the {body} has yet to answer.
{name}, a {role} from {place}, {verb} the {adjective} {noun} and would not say why.
It was not clear who had {verb} the {noun}, {source}.
Critics of the {adjective} {noun} say that it leaves the {role} and the {body} where they were.
The {noun} {where} had been {verb} {when}, {source}, and nobody was surprised.
For {name} the {noun} is a {adjective} memory; for {place} it is what pays the bills.
Neither the {body} nor the {role} has said how the {adjective} {noun} will be paid for.
People {where} speak of the {noun} as if it had always been there.
{name} wore a {adjective} coat and spoke so softly that the room had to lean in.
The {adjective} {noun}, which the {body} {verb} {when}, is expected to please few.
Whether the {noun} can last is another matter, and the {role} knows it.
""".strip().split("\n")

NUMBERED = """
{Count} {people} {harm} in {place}, {source}.
{Count} {people} {harm} {when} and {small} were wounded.
The blast destroyed {count} {things} and damaged {count} others.
On {dayno} {month} {year} the river rose by {low}.{digit} metres near {place}.
The army sent {count} {fighters} to the hills around {place}, {source}.
Donors pledged ${low}.{digit} million for {place} {when}.
Between {low},000 and {high},000 {people} may need food by spring, {source}.
Fires burned {count} {measure} of forest {where}, and {high} per cent of the pasture is gone.
A {high}-year-old {role} was pulled from the rubble {when}.
{name}, {high}, has been the {role} of {place} since {year}.
Shares in the {body} fell {low}.{digit}% to {high} pence in early trade.
The {body} {verb} {count} {adjective} {things} {when}, {source}.
Of the {count} {people} who {harm}, {word} were {people} from {place}.
The {noun} will cost {low}.{digit} billion dollars, the {role} said.
{name} and {word} {fighters} were arrested at {hour}:{minute} {where}.
In {year} the {body} had counted {count} {people} {where}; now there are {count}.
{vague} {people} {harm} when the {noun} {where} gave way {when}.
The {role} has {verb} the {noun} {word} times since {year}, more often than anyone in {place}.
""".strip().split("\n")

BULLETS = """
{Count} {aid} distributed in {place}.
{place}: {people_no} households ({high},000 people) reached with food and {aid}.
{high}% of {people} in {place} lack safe water; {low}% have a latrine.
{small} out of {large} {things} remain closed in the district.
{amount} MT of rice is on the way; {amount} MT more is needed before {month}.
Partners trained {count} {people} and repaired {small} {things} {where}.
Needs: US$ {low}.{digit} million; received: US$ {low}.{digit} million ({high}%).
{Count} {people} {harm} between {dayno} and {dayno} {month}, {source}.
Access to {place} is limited because the {adjective} {noun} is closed.
""".strip().split("\n")

NOTES = """
{dayno} {month}: clash {where} near {place}; {count} {fighters} and {word} {people} killed.
{fighters} attacked the {noun} in {place}; {small} {people} {harm}, {source}.
Shelling hit {place} {when}. {Count} {things} destroyed, no casualties.
Protest at the {body} in {place}, about {large} {people}; {word} arrested.
{place}: {count} {people} {harm} after the {noun}, {source}.
No incident {where}; the {adjective} {noun} holds, {source}.
""".strip().split("\n")

ITEMS = (
    "{count} {people}|{count} {things}|{large} {aid}|{word} {things}|{low}.{digit} million {people}|{high}%|"
    "{small} {fighters}"
).split("|")
HEADINGS = "HIGHLIGHTS|Shelter|Health|Food security|Water and sanitation|Protection|Access".split("|")
SYLLABLES = "ar be co da el fa go he i jo ka lo ma ne or pa ri sa te u va wa ye zo ban dor kel mir nat shi tan".split()
