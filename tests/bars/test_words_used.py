"""No word of the screens is missing in a language, and none stands there unused."""

import ast
import re
from pathlib import Path

import pytest

from coopgame.reading.shipped_files import shipped
from coopgame.reading.translations import read_texts
from coopgame.vocabulary import LANGUAGES

PACKAGE = Path(__file__).parents[2] / "coopgame"
FORMS = re.compile(r"\.(one|other)$")


def area_files(language):
    return sorted((shipped("assets") / "words" / language).glob("*.yaml"))


def keys(language):
    return {key for path in area_files(language) for key in read_texts(path)[0]}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_area_has_the_same_keys_in_each_language(language):
    assert keys(language) == keys("en")
    assert all(
        text.strip() for path in area_files(language) for text in read_texts(path)[0].values()
    )


def patterns():
    """Return what the source asks for: whole keys, and keys with a part that is filled in."""
    for path in PACKAGE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                yield re.escape(node.value)
            elif isinstance(node, ast.JoinedStr):
                parts = [
                    str(it.value) if isinstance(it, ast.Constant) else "" for it in node.values
                ]
                if len("".join(parts)) > 3:
                    yield "".join(re.escape(it) if it else "[^ ]+" for it in parts)


def test_no_word_of_the_screens_is_unused():
    wanted = re.compile("|".join(f"(?:{it})" for it in {*patterns()}))
    plain = {FORMS.sub("", key) for key in keys("en")}
    unused = sorted(key for key in plain if not wanted.fullmatch(key))
    assert unused == []
