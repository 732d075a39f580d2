"""How text breaks into lines: at spaces first, in words only at soft hyphens, and then with a hyphen."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coopgame.ui.text import FakeTypeface, balanced, plain, tidy, wrap

FACE = FakeTypeface(share=0.5)
SIZE = 20  # ten pixels a character

# Long Dutch compounds as an author writes them, with soft hyphens (here a bar).
COMPOUNDS = """
leverings|over|een|komst producenten|organisatie melk|leverings|contract afzet|coöperatie
prijs|beheersing ledenvergadering|besluit samenwerkings|overeenkomst voedsel|distributie|centrum
verwerkings|capaciteit streek|producten|winkel landbouw|coöperatie|leden onderhandelings|positie
prijs|schommelingen kwaliteits|voorwaarden investerings|bereidheid bedrijfs|opvolging
vertegenwoordigings|problemen ketens|amenwerking groente|veiling|verenigingen zuivel|onderneming
aandeelhouders|vergadering bestuurs|verantwoordelijkheid leden|betrokkenheid uittredings|vergoeding
exclusiviteits|bepaling minimum|prijs|garantie zelf|beschikkings|recht tussen|handels|marges
grootwaren|huis|keten consumenten|vertrouwen duurzaamheids|certificaat klimaat|aanpassings|fonds
weide|melk|premie fruit|telers|vereniging aardappel|verwerking|bedrijf boeren|markt|organisatie
gewas|bescherming|regels transport|kosten|vergoeding koel|huis|capaciteit verpakkings|materiaal
districts|raden|verkiezing stem|gewicht|verdeling winst|uitkering|regeling risico|spreidings|plan
levensmiddelen|wetgeving voorraad|beheer|systeem markt|prijs|verwachting schaal|vergrotings|druk
machts|onevenwicht inkomens|zekerheid vrijwilligers|werking burger|initiatieven keten|regisseur
tuinbouw|veiling|klok melkvee|houders|bond wei|poeder|fabriek afhankelijkheids|relatie
besluitvormings|procedure loyaliteits|korting lidmaatschaps|bijdrage collectiviteits|gedachte
kennis|uitwisseling contract|onderhandelaar voorkeur|leverancier belangen|behartiging
""".replace("|", "\u00ad").split()


def lines_of(text: str, characters: int) -> list[str]:
    return wrap(text, characters * 10, FACE, size_px=SIZE)


def test_there_are_sixty_compounds_or_more_to_try():
    assert len(COMPOUNDS) >= 60
    assert all(len(plain(word)) >= 12 for word in COMPOUNDS)


def test_text_that_fits_stays_on_one_line():
    assert ["Lid worden"] == lines_of("Lid worden", 10)


def test_text_breaks_at_the_last_space_that_fits():
    assert ["Samen", "onderhandelen", "over melk"] == lines_of("Samen onderhandelen over melk", 13)


def test_a_soft_hyphen_is_not_used_when_the_word_fits_on_its_own_line():
    assert ["De", "prijsbeheersing"] == lines_of("De prijs\u00adbeheersing", 15)


def test_a_soft_hyphen_prints_a_hyphen_when_the_word_is_wider_than_the_column():
    assert ["prijs-", "beheersing"] == lines_of("prijs\u00adbeheersing", 12)


def test_a_word_without_soft_hyphens_is_never_broken():
    assert ["kort", "onbreekbaarwoord", "kort"] == lines_of("kort onbreekbaarwoord kort", 8)


def test_a_written_hyphen_is_not_doubled():
    assert ["netwerk-", "vergadering"] == lines_of("netwerk-vergadering", 12)


def test_a_line_break_by_the_author_is_kept():
    assert ["een", "twee"] == lines_of("een\ntwee", 20)


def test_a_no_break_space_holds_its_words_together():
    assert ["kost", "62\u202f%", "meer"] == lines_of("kost 62\u202f% meer", 7)


@pytest.mark.parametrize("word", COMPOUNDS, ids=plain)
@pytest.mark.parametrize("characters", [8, 12, 16, 22])
def test_a_compound_breaks_only_at_its_soft_hyphens_and_with_a_hyphen(word, characters):
    lines = lines_of(word, characters)
    assert plain(word) == "".join(line.removesuffix("-") for line in lines)
    assert all(line.endswith("-") for line in lines[:-1])
    parts = word.split("\u00ad")
    starts = {len("".join(parts[:count])) for count in range(len(parts) + 1)}
    at = 0
    for line in lines:
        at += len(line.removesuffix("-"))
        assert at in starts


@pytest.mark.parametrize("word", COMPOUNDS, ids=plain)
def test_every_piece_of_a_compound_fits_when_its_longest_part_does(word):
    column = max(len(part) for part in word.split("\u00ad")) + 1
    assert all(len(line) <= column for line in lines_of(f"De {word} telt", column))


@given(st.lists(st.sampled_from(COMPOUNDS), min_size=1, max_size=6), st.integers(4, 60))
def test_wrapping_loses_no_letter(words, characters):
    lines = lines_of(" ".join(words), characters)
    assert plain("".join(words)) == "".join(lines).replace("-", "").replace(" ", "")
    assert all("\u00ad" not in line for line in lines)


def test_characters_that_the_face_lacks_get_a_stand_in():
    assert "62\u202f% e\u0301"[:4] == tidy("62\u2009% ")[:4]
    assert "é" == tidy("e\u0301")


def test_balanced_lines_leave_no_word_alone():
    words = "Lock answer two and merge with E"
    assert ["Lock answer two and merge with", "E"] == lines_of(words, 31)
    assert ["Lock answer two", "and merge with E"] == balanced(words, 310, FACE, size_px=SIZE)


@given(st.lists(st.sampled_from(COMPOUNDS), min_size=1, max_size=6), st.integers(4, 60))
def test_balanced_lines_are_as_few_as_wrapped_ones_and_not_wider(words, characters):
    text = " ".join(words)
    wrapped, even = lines_of(text, characters), balanced(text, characters * 10, FACE, size_px=SIZE)
    assert len(wrapped) == len(even)
    assert max(map(len, even)) <= max(map(len, wrapped))
