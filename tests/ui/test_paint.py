"""The painter puts on glass what the frame says, and keeps what it drew."""

from functools import partial

import pygame
import pytest

from coopgame.ui.layout import Rect
from coopgame.ui.nodes import Box, Disc, Frame, Group, Icon, Line, Node, Polygon
from coopgame.ui.paint import Kept, Painter, PygameTypeface
from coopgame.ui.sheet import Sheet
from tests.ui.conftest import ASSETS, read_theme

DARK = read_theme("dark")
WEIGHTS = {400: "Regular", 600: "Semibold", 700: "Bold", 900: "Black"}


@pytest.fixture(scope="module")
def typeface() -> PygameTypeface:
    files = pytest.importorskip("importlib.resources").files("font_source_sans_pro") / "files"
    return PygameTypeface(
        {weight: files / f"SourceSansPro-{name}.ttf" for weight, name in WEIGHTS.items()}
    )


@pytest.fixture
def painter(typeface) -> Painter:
    return Painter(DARK, ASSETS / "icons", typeface)


def painted(painter: Painter, *nodes: Node, size: tuple[int, int] = (200, 100)) -> pygame.Surface:
    width, height = size
    return painter.picture(Frame("test", "seat", width, height, "en", "#000000", nodes))


def colour(picture: pygame.Surface, x: int, y: int) -> str:
    red, green, blue, _ = picture.get_at((x, y))
    return f"#{red:02X}{green:02X}{blue:02X}"


def test_a_frame_covers_the_ground(painter):
    assert "#000000" == colour(painted(painter), 100, 50)


@pytest.mark.parametrize("radius", [0, 1, 12, 40])
@pytest.mark.parametrize("width", [80, 180])
def test_a_box_has_its_fill_inside_and_its_outline_on_the_edge(painter, radius, width):
    box = Box(10, 10, width, 80, fill="#FF0000", outline="#00FF00", outline_width=4, radius=radius)
    picture = painted(painter, box)
    assert "#FF0000" == colour(picture, 10 + width // 2, 50)
    assert "#00FF00" == colour(picture, 10 + width // 2, 9)
    assert "#00FF00" == colour(picture, 10 + width // 2, 10)
    assert "#000000" == colour(picture, 10 + width // 2, 5)


def test_a_large_round_box_is_whole_between_its_corners(painter):
    box = Box(50, 50, 700, 400, fill="#FF0000", outline="#00FF00", outline_width=4, radius=30)
    picture = painted(painter, box, size=(800, 500))
    for x, y in ((400, 48), (400, 451), (48, 250), (751, 250)):
        assert "#00FF00" == colour(picture, x, y)
    for x, y in ((400, 60), (60, 250), (66, 66), (735, 435), (82, 53)):
        assert "#FF0000" == colour(picture, x, y)
    assert "#000000" == colour(picture, 51, 51)


def test_an_outline_alone_leaves_its_inside_open(painter):
    picture = painted(
        painter,
        Box(0, 0, 200, 100, fill="#0000FF"),
        Box(20, 20, 60, 60, outline="#FF0000", outline_width=6, radius=10),
        Disc(150, 50, 30, outline="#FF0000", outline_width=6),
    )
    assert "#0000FF" == colour(picture, 50, 50)
    assert "#0000FF" == colour(picture, 150, 50)
    assert "#FF0000" == colour(picture, 20, 50)
    assert "#FF0000" == colour(picture, 180, 50)


def test_edges_are_smooth_and_without_a_dark_rim(painter):
    picture = painted(
        painter, Box(0, 0, 200, 100, fill="#FFFFFF"), Disc(100, 50, 40, fill="#FF0000")
    )
    shades = {colour(picture, x, 20) for x in range(200)}
    assert len(shades) > 2
    for shade in shades:
        assert "FF" == shade[1:3], shade


def test_discs_polygons_and_lines_are_where_they_should_be(painter):
    picture = painted(
        painter,
        Disc(30, 50, 20, fill="#FF0000"),
        Polygon(((60, 90), (100, 90), (80, 20)), fill="#00FF00"),
        Line(((120, 20), (160, 20), (160, 80)), "#0000FF", 10, cap="butt"),
        Line(((180, 10), (180, 90)), "#FFFF00", 6, cap="butt"),
    )
    assert "#FF0000" == colour(picture, 30, 50)
    assert "#00FF00" == colour(picture, 80, 70)
    assert "#0000FF" == colour(picture, 140, 20)
    assert "#0000FF" == colour(picture, 160, 60)
    assert "#FFFF00" == colour(picture, 180, 50)
    assert "#000000" == colour(picture, 110, 20)


def test_dashes_leave_gaps(painter):
    picture = painted(painter, Line(((0, 50), (200, 50)), "#FFFFFF", 6, dash=(10, 10), cap="butt"))
    row = [colour(picture, x, 50) for x in range(200)]
    assert "#FFFFFF" in row
    assert "#000000" in row


def test_a_dashed_box_is_filled_inside(painter):
    box = Box(
        20, 20, 160, 60, fill="#FF0000", outline="#00FF00", outline_width=4, radius=10, dash=(8, 8)
    )
    picture = painted(painter, box)
    assert "#FF0000" == colour(picture, 100, 50)
    edge = {colour(picture, x, 20) for x in range(40, 160)}
    assert "#00FF00" in edge
    assert len(edge) > 1


def test_an_icon_takes_its_colour_and_its_stroke(painter):
    def ink(stroke: float) -> int:
        picture = painted(painter, Icon("check", 50, 50, 80, "#00FF00", stroke), size=(100, 100))
        return sum(colour(picture, x, y) == "#00FF00" for x in range(100) for y in range(100))

    assert ink(4) > ink(2) > 0


@pytest.mark.parametrize(
    "path", sorted((ASSETS / "icons").glob("*.svg")), ids=lambda path: path.stem
)
def test_every_icon_can_be_drawn(painter, path):
    picture = painted(painter, Icon(path.stem, 50, 50, 96, "#FFFFFF"), size=(100, 100))
    assert any(colour(picture, x, y) == "#FFFFFF" for x in range(100) for y in range(100))


def test_text_stands_on_its_baseline_with_capitals_of_two_thirds(painter, typeface):
    sheet = Sheet(400, 200, "test", "seat", DARK, typeface)
    sheet.text(50, 100, "H", size=50, weight=700, axis="baseline", colour="#FFFFFF")
    picture = painter.picture(sheet.frame())
    inked = [
        y for y in range(200) if any(colour(picture, x, y) == "#FFFFFF" for x in range(40, 120))
    ]
    assert (67, 99) == (min(inked), max(inked))


def test_a_missing_weight_takes_the_nearest(typeface):
    assert typeface.width("abc", 40, 800) in {
        typeface.width("abc", 40, 700),
        typeface.width("abc", 40, 900),
    }
    with pytest.raises(ValueError, match="at least one font"):
        PygameTypeface({})


def test_a_group_moves_what_is_in_it(painter):
    picture = painted(painter, Group("card", (Disc(30, 50, 10, fill="#FF0000"),), dx=100, dy=0))
    assert "#FF0000" == colour(picture, 130, 50)
    assert "#000000" == colour(picture, 30, 50)


def test_a_mirror_shows_a_frame_small(painter):
    sheet = Sheet(400, 200, "board", "board", DARK, painter._typeface)
    sheet.box(0, 0, 400, 200, fill="#FF0000")
    outer = Sheet(200, 100, "trainer", "seat", DARK, painter._typeface)
    outer.mirror(sheet.frame(), Rect(50, 20, 100, 50))
    picture = painter.picture(outer.frame())
    assert "#FF0000" == colour(picture, 100, 45)
    assert DARK.bg == colour(picture, 10, 10)


def test_drawing_twice_gives_the_same_picture(painter):
    nodes = (Disc(30.3, 50, 20, fill="#FF0000"), Box(60, 10, 90, 80, fill="#00FF00", radius=20))
    first, second = painted(painter, *nodes), painted(painter, *nodes)
    assert pygame.image.tobytes(first, "RGB") == pygame.image.tobytes(second, "RGB")


def test_a_picture_file_is_written(painter, tmp_path):
    painter.save_png(Frame("test", "seat", 64, 48, "en", "#102030", ()), tmp_path / "small.png")
    assert (64, 48) == pygame.image.load(tmp_path / "small.png").get_size()


def test_the_longest_unused_piece_goes_when_the_room_is_full():
    made: list[str] = []

    def make(name: str) -> pygame.Surface:
        made.append(name)
        return pygame.Surface((10, 10))

    kept = Kept(250)
    for name in ("a", "b", "a", "c", "a", "b"):
        kept.get(name, partial(make, name))
    assert ["a", "b", "c", "b"] == made
