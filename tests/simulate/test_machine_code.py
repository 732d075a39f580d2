"""The file with the compiled rules: kept whole, and never used when it is damaged."""

import pytest

pytest.importorskip("llvmlite")

from coopgame.simulate import machine_code
from coopgame.simulate.engine import sources_fingerprint
from coopgame.simulate.making import NotMade, made_beside


def test_kept_code_comes_back_as_it_was(tmp_path):
    machine_code.keep(tmp_path, b"code of the rules")
    assert machine_code.is_kept(tmp_path)
    assert machine_code.kept(tmp_path) == b"code of the rules"
    assert [each.name for each in tmp_path.iterdir()] == ["rules.o"]


@pytest.mark.parametrize("damage", [b"", b"x", b"code of the rules"])
def test_damaged_code_is_not_used(tmp_path, damage):
    machine_code.keep(tmp_path, b"code of the rules")
    (tmp_path / "rules.o").write_bytes(damage)
    assert machine_code.kept(tmp_path) is None


def test_cut_off_code_is_not_used(tmp_path):
    machine_code.keep(tmp_path, b"code of the rules")
    whole = (tmp_path / "rules.o").read_bytes()
    (tmp_path / "rules.o").write_bytes(whole[:-1])
    assert machine_code.kept(tmp_path) is None


def test_without_a_folder_nothing_is_kept():
    machine_code.keep(None, b"code")
    assert not machine_code.is_kept(None)
    assert machine_code.kept(None) is None


def test_a_compiler_that_fails_says_why(monkeypatch):
    monkeypatch.setenv("PYTHONHOME", "/nowhere")
    with pytest.raises(NotMade, match=r"\S"):
        made_beside()


def test_code_for_another_processor_has_another_place(monkeypatch):
    here = sources_fingerprint()
    monkeypatch.setattr(machine_code, "processor", lambda: "another one")
    assert sources_fingerprint() != here
