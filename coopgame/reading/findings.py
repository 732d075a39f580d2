"""Every finding a file can have: its code, how bad it is, and its sentence and hint.

R1xx reading, S2xx shape, X3xx references, M4xx sense, W5xx words. Codes never change their
meaning. The English sentences stand here; other languages have `finding.<code>` among their
words.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final


class Severity(StrEnum):
    """How bad a finding is."""

    ERROR = "error"
    """The file cannot be played with."""
    WARNING = "warning"
    """It can be played, and something in it is wrong."""
    HINT = "hint"
    """It is fine, and could be better."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One kind of finding; the texts may hold placeholders such as {word}."""

    severity: Severity
    text: str
    hint: str = ""


def _error(text: str, hint: str = "") -> Finding:
    return Finding(Severity.ERROR, text, hint)


def _warning(text: str, hint: str = "") -> Finding:
    return Finding(Severity.WARNING, text, hint)


def _hint(text: str, hint: str = "") -> Finding:
    return Finding(Severity.HINT, text, hint)


FINDINGS: Final[dict[str, Finding]] = {
    # reading
    "R101": _error("a tab stands here", "use spaces, two for each level"),
    "R102": _error('"{word}" stands here twice', "the first one is on line {line}; keep one"),
    "R103": _error(
        '"{word}" is read as true or false',
        'write true or false, or "{word}" in quotes for the text',
    ),
    "R104": _error('"{word}" is read as a time and becomes a number', 'write "{word}" in quotes'),
    "R105": _error(
        '"{word}" begins with a zero and is read as an octal number',
        'write it without the zero, or "{word}" in quotes',
    ),
    "R106": _error('"{word}" is read as a date', 'write "{word}" in quotes'),
    "R107": _error(
        '"{word}" is not a whole number',
        'decks count in whole numbers; for text write "{word}" in quotes',
    ),
    "R108": _error(
        "anchors (&) and aliases (*) are not allowed",
        "write it out; a text that begins with & or * needs quotes",
    ),
    "R109": _error("a tag (!) is not allowed", "a text that begins with ! needs quotes"),
    "R110": _error("nothing stands here", "give a value, or leave the whole line out"),
    "R111": _error("a colon inside a text splits it", "put the whole text in quotes"),
    "R112": _error(
        "a bracket begins a mapping or list, not a text", "put the whole text in quotes"
    ),
    "R113": _error("a text cannot begin with this sign", "put the whole text in quotes"),
    "R114": _hint(
        "the file begins with an invisible mark (BOM)",
        "it is harmless; save as UTF-8 without BOM to be rid of it",
    ),
    "R115": _error("this is not UTF-8", "save the file as UTF-8"),
    "R116": _error("the file is larger than {most} MB", "split it"),
    "R117": _error(
        "lists and mappings are nested more than {most} deep",
        "no card needs that; check the indentation",
    ),
    "R118": _error("the file has more than {most} values", "split it"),
    "R119": _error(
        "this cannot be read",
        "check the indentation, quotes and brackets here and on the line above",
    ),
    "R120": _error("an invisible character ({word}) stands here", "delete it"),
    "R121": _error(
        "a second document or a directive begins here",
        "keep one document in a file, without --- or % lines",
    ),
    "R122": _error(
        '"{word}" is another way to write a number',
        'write it with plain digits, or "{word}" in quotes for the text',
    ),
    "R123": _error('"{word}" must be written in small letters', "write {lower}"),
    "R124": _error("<< (a merge key) is not allowed", "write the fields out"),
    "R125": _error("a list or mapping cannot be a name", "a name is one word before a colon"),
    "R126": _error(
        "a quote is opened here and not closed", "close it, or double a quote inside the text"
    ),
    "R127": _error(
        "the indentation does not fit the lines above",
        "give items of one list or mapping the same indentation",
    ),
    "R128": _error("the file is empty", "see docs/reference/card-language.md for what it may say"),
    "R129": _error("the file cannot be opened", "check whether you may read it"),
    "R130": _error("the number is too large", "numbers have at most 9 digits"),
    "R131": _error(
        "there are more findings; these are the first {most}", "put these right and check again"
    ),
    "R132": _error(
        "a bracket is opened here and not closed", "close it, or put the whole text in quotes"
    ),
    "R133": _error(
        "the quoted text ends before the line does",
        "double a quote inside the text, or use the other kind around it",
    ),
    "R134": _error(
        "a backslash means something else here", "use single quotes, or double the backslash"
    ),
    "R135": _error("a colon is missing", "write name: value, with a space after the colon"),
    "R136": _error("there is no such file or folder", "check the name"),
    "R137": _error("there is no .yaml file in this folder", "name a deck, a scenario or a folder"),
    # shape
    "S201": _error(
        "the file must be a mapping of names and values", "begin with deck: or scenario:"
    ),
    "S202": _error('there is no field "{word}" here', "fields here: {known}"),
    "S203": _error('"{word}" is not known here', "possible: {known}"),
    "S204": _error('"{word}" is missing'),
    "S205": _error("this must be a whole number", "write it with digits and without quotes"),
    "S206": _error("this must be a text", "put it in quotes"),
    "S207": _error("this must be true or false"),
    "S208": _error(
        "this must be a list", "begin each item on a new line with a hyphen and a space"
    ),
    "S209": _error("this must be a mapping of fields", "write name: value lines here"),
    "S210": _error("this must be at least {least}"),
    "S211": _error("{count} stand here; at least {least} are needed"),
    "S212": _error("this needs `with`: say with whom", "e.g. with: others"),
    "S213": _error("`with` means nothing here", "it belongs to tie, asymmetry and mismatch"),
    "S214": _error("at_least is larger than at_most"),
    "S215": _error("a chance lies between 0 and 100"),
    "S216": _error(
        "`asks: partner` and `stage` belong together", "say which stage's partner is asked"
    ),
    "S217": _error(
        "`asks: others` and `at_least` belong together", "say how many others must choose the same"
    ),
    "S218": _error(
        "nobody can refuse this option", "say who is asked with `asks`, or leave `if_refused` out"
    ),
    "S219": _error("fewest is larger than most"),
    "S220": _error("from is larger than to"),
    "S221": _error(
        '"{word}" cannot be an id', "use small letters, digits and underscores; begin with a letter"
    ),
    "S222": _error("this text is empty", "write something, or leave the whole line out"),
    "S223": _error('there is no effect "{word}"', "known: {known}"),
    "S224": _error("`{word}` is missing", "begin with it: it says what this is"),
    "S225": _error("this does not fit here", "see docs/reference/card-language.md"),
    "S226": _error(
        "tests are nested more than {most} deep", "split the card, or join tests with all_of"
    ),
    "S227": _error(
        "format {word} is not known", "this version reads format 1; a newer version may be needed"
    ),
    "S228": _error(
        "this is neither a deck, a scenario nor a words file",
        "begin with deck: or scenario:; words files are called words.nl.yaml",
    ),
    "S229": _error("this must be at most {most}"),
    "S230": _error("{count} stand here; at most {most} are allowed"),
    "S231": _error("this text has more than {most} characters"),
    "S232": _error('there is no test "{word}"', "known: {known}"),
    # references
    "X301": _error(
        'the card id "{word}" is used twice',
        "give one of them another id; the first is on line {line}",
    ),
    "X302": _error(
        'the option id "{word}" is used twice on this card',
        "give one of them another id; the first is on line {line}",
    ),
    "X303": _error('this card has no option "{word}"', "options: {known}"),
    "X304": _error('there is no card "{word}" in this deck'),
    "X305": _error('there is no deck "{word}"', "decks: {known}"),
    "X306": _error('the chain has no stage "{word}"', "stages: {known}"),
    "X307": _error('there is no chapter "{word}"', "chapters: {known}"),
    "X308": _error('"{word}" is used twice', "the first is on line {line}"),
    "X309": _error('no deck of this scenario has a card "{word}"'),
    "X310": _error('the rules have no number "{word}"'),
    "X311": _error('the card "{word}" is also in deck "{deck}"', "give one of them another id"),
    "X312": _warning('the deck is called "{word}", its folder "{place}"', "use one name"),
    "X313": _error('"nothing" is the id of doing nothing', "give this option another id"),
    "X314": _hint('the card "{word}" names no chapter of this scenario', "it is never dealt here"),
    "X315": _error("{word} minutes are not among the lengths", "lengths: {known}"),
    "X316": _error('the deck "{word}" has findings of its own', "run coopgame check on the deck"),
    "X317": _warning('the scenario is called "{word}", its file "{place}"', "use one name"),
    # sense
    "M401": _error("these add up to {total}, not to 100"),
    "M402": _error("the shares of the chain add up to {total}, not to 100"),
    "M403": _error(
        "{count} co-operatives are too few for {most} seats", "write as many as can play"
    ),
    "M404": _warning('no card deals the follow-up "{word}"', "use deal_next, or make it an event"),
    "M405": _warning(
        '"{word}" is not a follow-up and may come twice', "give that card role: follow_up"
    ),
    "M406": _warning('"{word}" and "{other}" need and do the same', "let them differ, or keep one"),
    "M407": _warning("this changes nothing: the amount is always 0"),
    "M408": _warning(
        "this option can never go through: only one co-operative answers this card",
        "let the card speak to everyone, or ask somebody else",
    ),
    "M409": _error("{word} must lie between {least} and {most}"),
    "M410": _warning("round {word} is beyond the longest match", "the longest has {most} rounds"),
    "M411": _error(
        "nobody has answered yet when this is asked", "answers can be counted in effects only"
    ),
    "M412": _warning("the answers are gone when this arrives", "count them in a `when` around it"),
    "M413": _warning(
        'no partner holds the stage "{word}"', "options that ask one are closed in this scenario"
    ),
    "M414": _hint(
        "no deck has a card with role: takeover",
        "co-operatives in trouble then meet the plain rule",
    ),
    "M415": _warning(
        "{count} cards are too few for {most} rounds", "add cards, or offer shorter matches"
    ),
    "M416": _error("{count} cards are more than a match can hold ({most})", "use fewer decks"),
    "M417": _warning(
        "a chance of {word} per cent is no chance", "write what happens without by_chance"
    ),
    "M418": _warning(
        'the card "{word}" does not fit this chain',
        "it speaks of {stage}, which the chain does not have",
    ),
    "M419": _warning("this changes nothing: a co-operative has no tie with itself"),
    "M420": _warning(
        "this changes nothing: only one co-operative answers this card",
        "let the card speak to everyone",
    ),
    # words
    "W501": _warning('"{word}" is not translated into {language}', "add it after this line"),
    "W502": _warning('"{word}" is a text that no longer exists', "delete the line"),
    "W503": _warning("{count} characters are too many here; at most {most}"),
    "W504": _warning("title and story have {count} words; at most {most}"),
    "W505": _hint("a sentence of {count} words is long", "keep sentences to 15 words"),
    "W506": _warning("the font has no sign {word}", "use another sign"),
    "W507": _hint("an exclamation mark shouts", "end with a full stop"),
    "W508": _hint("there is no {language} translation", "make {file}"),
    "W510": _hint('"{word}" is a language the screens do not have', "the game knows nl, fr and en"),
    "W511": _error(
        "nothing is translated by this file", "{place} is not there or has findings of its own"
    ),
}
"""Code -> finding, in the order of the reference page."""
