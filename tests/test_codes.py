"""Every code that a person can meet belongs to one thing alone."""

import importlib
import pkgutil
from collections import Counter

import coopgame
from coopgame.reading.findings import FINDINGS
from coopgame.rules.errors import CoopgameError


def kinds(root: type[CoopgameError]) -> list[type[CoopgameError]]:
    found = []
    for kind in root.__subclasses__():
        found += [kind, *kinds(kind)]
    return found


def test_a_code_is_never_used_twice():
    for module in pkgutil.walk_packages(coopgame.__path__, "coopgame."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)
    own = {kind for kind in kinds(CoopgameError) if "code" in vars(kind)}
    codes = Counter([kind.code for kind in own] + list(FINDINGS))
    assert [code for code, count in codes.items() if count > 1] == []
    assert len(own) > 10
