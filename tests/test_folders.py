"""A folder is made anew only where nobody else has anything in it."""

from __future__ import annotations

from pathlib import Path

import pytest

from cnnhelpers.folders import MARK, check_ours, make_anew, move_into


@pytest.mark.parametrize("name", ["new", "far/new", "empty"])
def test_a_folder_that_is_new_or_empty_is_made_and_marked(tmp_path: Path, name: str) -> None:
    (tmp_path / "empty").mkdir()
    folder = make_anew(tmp_path / name)
    assert [each.name for each in folder.iterdir()] == [MARK]
    (folder / "page.html").touch()
    assert [each.name for each in make_anew(folder).iterdir()] == [MARK]


def test_what_is_somebodys_own_is_left_alone_and_said(tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    letter = tmp_path / "mine" / "letter.txt"
    letter.touch()
    made = make_anew(tmp_path / "made")
    for folder in (tmp_path / "mine", letter):
        with pytest.raises(ValueError, match="has no mark of a build of this course, so"):
            check_ours(made, folder)
        with pytest.raises(ValueError, match="delete it if an older version has built it"):
            make_anew(folder)
        with pytest.raises(ValueError):
            move_into(folder, made)
    assert letter.exists() and made.exists()


def test_a_folder_that_cannot_be_emptied_stays_known_as_ours(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = make_anew(tmp_path / "site")
    for name in ("a.html", "z.html"):
        (site / name).touch()

    def in_use(path: Path, missing_ok: bool = False) -> None:
        raise PermissionError(13, "in use", str(path))

    with monkeypatch.context() as patched:
        patched.setattr(Path, "unlink", in_use)
        with pytest.raises(PermissionError):
            make_anew(site)
    assert [each.name for each in make_anew(site).iterdir()] == [MARK]


def test_what_was_made_takes_the_place_of_what_we_made_before(tmp_path: Path) -> None:
    site = make_anew(tmp_path / "site")
    (site / "old.html").touch()
    (tmp_path / "work" / "pages").mkdir(parents=True)
    (tmp_path / "work" / "pages" / "new.html").touch()
    move_into(site, tmp_path / "work")
    found = sorted(each.relative_to(site).as_posix() for each in site.rglob("*"))
    assert found == [MARK, "pages", "pages/new.html"]
