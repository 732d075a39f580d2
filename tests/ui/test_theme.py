"""The colours of both themes reach their ratios, and six cooperatives can be told apart."""

from itertools import combinations

import pytest

from coopgame.ui.contrast import apca, distance, mixed, ratio
from coopgame.ui.theme import Theme, ThemeProblem
from tests.ui.conftest import ASSETS, read_theme

SIGHTS = ("normal", "protan", "deutan", "tritan")


def test_both_text_colours_reach_seven_to_one_on_every_ground(theme):
    for ground in theme.grounds():
        assert ratio(theme.text_1, ground) >= 7
        assert ratio(theme.text_2, ground) >= 7


def test_essential_text_survives_room_light_on_the_grounds_of_the_board(theme):
    for ground in (theme.bg, theme.band, theme.panel, theme.raised, theme.hull):
        assert ratio(theme.text_1, ground, ambient=0.1) >= 4.5


def test_text_reaches_its_lightness_contrast_on_the_grounds_of_the_board(theme):
    for ground in (theme.bg, theme.band, theme.panel, theme.raised, theme.hull):
        assert apca(theme.text_1, ground) >= 75
        assert apca(theme.text_2, ground) >= 75


def test_gain_and_loss_reach_seven_to_one_where_chips_stand(theme):
    for ground in (theme.bg, theme.band, theme.panel, theme.hull):
        assert ratio(theme.gain, ground) >= 7
        assert ratio(theme.loss, ground) >= 7


def test_the_error_mark_reaches_seven_to_one_on_the_error_ground(theme):
    assert ratio(theme.loss, theme.alert) >= 7


def test_the_edge_of_a_control_reaches_three_to_one_on_every_ground(theme):
    for ground in theme.grounds():
        assert ratio(theme.edge, ground) >= 3


def test_the_accent_reaches_three_to_one_where_it_is_used(theme):
    for ground in (theme.bg, theme.band, theme.panel, theme.well):
        assert ratio(theme.accent, ground) >= 3


def test_ink_reaches_seven_to_one_on_paper_inset_white_and_wheat(theme):
    for ground in (theme.paper, theme.inset, theme.white, theme.wheat):
        assert ratio(theme.ink, ground) >= 7
    for ground in (theme.paper, theme.inset, theme.white):
        assert ratio(theme.ink_2, ground) >= 7


def test_paper_gain_and_loss_reach_seven_to_one_on_paper(theme):
    assert ratio(theme.paper_gain, theme.paper) >= 7
    assert ratio(theme.paper_loss, theme.paper) >= 7


def test_lines_on_paper_reach_three_to_one(theme):
    for ground in (theme.paper, theme.inset):
        assert ratio(theme.paper_line, ground) >= 3


def test_words_on_every_family_strip_reach_seven_to_one(theme):
    for colour in theme.families.values():
        assert ratio(theme.strip_text, colour) >= 7


def test_every_card_theme_has_a_family_and_an_icon(theme):
    assert 15 == len(theme.card_themes)
    for name in theme.card_themes:
        assert theme.family(name) in theme.families.values()
        assert (ASSETS / "icons" / f"th-{name}.svg").is_file()


def test_a_cooperative_or_its_edge_reaches_three_to_one_on_every_lane_ground(theme):
    for it in theme.identities.values():
        for ground in (theme.bg, theme.band, theme.hull):
            best = max(ratio(it.fill, ground), ratio(it.edge, ground) if it.edged else 0)
            assert best >= 3, (it.letter, ground)


@pytest.mark.parametrize("sight", SIGHTS)
def test_six_fills_stay_eighteen_apart_for_every_kind_of_sight(theme, sight):
    for one, other in combinations(theme.identities.values(), 2):
        assert distance(one.fill, other.fill, sight) >= 18, (one.letter, other.letter)


@pytest.mark.parametrize("sight", SIGHTS)
def test_six_thin_lines_stay_eighteen_apart_on_the_dark_board(dark, sight):
    for one, other in combinations(dark.identities.values(), 2):
        assert distance(one.line, other.line, sight) >= 18, (one.letter, other.letter)


def test_shapes_and_letters_tell_cooperatives_apart_without_colour(theme):
    assert "ABCDEF" == "".join(theme.identities)
    assert 6 == len({it.shape for it in theme.identities.values()})


def test_known_ratios_come_out_as_published():
    assert pytest.approx(21) == ratio("#000000", "#FFFFFF")
    assert pytest.approx(16.8, abs=0.05) == ratio("#FFF8EA", "#111827")
    assert pytest.approx(6.9, abs=0.05) == ratio("#FFF8EA", "#111827", ambient=0.1)
    assert pytest.approx(102, abs=0.5) == apca("#FFF8EA", "#111827")
    assert 0 == distance("#0072B2", "#0072B2", "tritan")


def test_mixing_goes_from_one_colour_to_the_other():
    assert "#102030" == mixed("#102030", "#FFFFFF", 0)
    assert "#808080" == mixed("#000000", "#FFFFFF", 0.5)
    assert "#FFFFFF" == mixed("#102030", "#FFFFFF", 1)


def broken(**changes: object) -> dict[str, object]:
    import yaml

    values: dict[str, object] = yaml.safe_load((ASSETS / "themes/dark.yaml").read_text("utf-8"))
    return {key: value for key, value in (values | changes).items() if value != "gone"}


def test_a_theme_names_all_its_faults_at_once():
    with pytest.raises(ThemeProblem) as caught:
        Theme.from_mapping(broken(bg="dark blue", wheat="gone", extra="#123456"))
    for fault in ("bg must be a colour", "wheat is missing", "extra is not a token"):
        assert fault in str(caught.value)


@pytest.mark.parametrize(
    ("changes", "fault"),
    [
        ({"families": []}, "must be tables"),
        ({"families": {"power": "red"}}, "family power"),
        ({"card_themes": {"power": "nothing"}}, "card theme power has no family"),
        ({"identities": []}, "identities must be a table"),
        ({"identities": {"A": {"fill": "#FFFFFF"}}}, "identity A needs"),
        (
            {
                "identities": {
                    "A": {
                        "colour_name": "white",
                        "fill": "#FFFFFF",
                        "edge": "#FFFFFF",
                        "line": "#FFFFFF",
                        "shape": "star",
                        "edged": False,
                    }
                }
            },
            "identity A has a wrong shape",
        ),
    ],
)
def test_a_theme_says_which_table_is_wrong(changes, fault):
    with pytest.raises(ThemeProblem, match=fault):
        Theme.from_mapping(broken(**changes))


def test_a_theme_may_leave_paper_without_an_edge():
    assert read_theme("dark").paper_edge is None
    assert read_theme("light").paper_edge is not None
