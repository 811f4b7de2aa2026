"""Scenes: the markup that the saved picture and the live one share."""

from dataclasses import replace
from xml.etree import ElementTree

import pytest
from explorer_tools import Page

from cnnhelpers.draw.region import Region
from cnnhelpers.draw.scene import Group, Part, Placed, Scene, message, text, wrapped
from cnnhelpers.explore.kit.tables import Tables

DOT, LINE = Part("<circle r='2'/>"), Part("<path d='M0 0h9'/>")


def scene(*placed, phrases=("One.",)):
    return Scene(40, 30, placed, phrases)


def test_a_part_stands_where_it_is_placed():
    svg = scene(Placed(DOT, 3, 4), Placed(LINE, 1.5, 2.25)).svg()
    assert f'<g transform="translate(3,4)">{DOT.markup}</g>' in svg
    assert f'<g transform="translate(1.5,2.25)">{LINE.markup}</g>' in svg


@pytest.mark.parametrize(("first", "dots"), [(None, 3), (0, 0), (2, 2), (9, 3)])
def test_a_group_shows_its_first_children(first, dots):
    group = Group(tuple(Placed(DOT, 5 * index, 0) for index in range(3)))
    assert scene(Placed(group, 1, 1, first)).svg().count(DOT.markup) == dots


def test_the_card_is_white_and_below_everything():
    root = ElementTree.fromstring(scene(Placed(DOT)).svg())
    assert [child.tag.split("}")[1] for child in root] == ["title", "rect", "g"]
    assert root[1].get("fill") == "#ffffff" and root[1].get("width") == "40"


def test_a_captioned_scene_has_its_sentence_below_and_the_rest_as_it_was():
    words = "Kernel 3×3 & more: " + "7×7 becomes 5×5, " * 20 + "done."
    plain = Scene(300, 50, (Placed(DOT, 3, 4),), (words,))
    made = plain.captioned()
    root = ElementTree.fromstring(made.svg())
    lines = [group for group in root if group.tag.endswith("}g")][1:]
    assert " ".join(line[0].text for line in lines) == words == made.sentence
    heights = [float(line.get("transform")[:-1].split(",")[1]) for line in lines]
    assert heights == sorted(heights) and 50 < heights[0] and heights[-1] + 7 < made.height
    assert len(lines) > 5 and (made.width, made.placed[0]) == (300, Placed(DOT, 3, 4))
    assert all(0.5 * 14 * len(line[0].text) < 300 - 20 for line in lines)
    assert all(line[0].get("text-anchor") == "start" for line in lines)


def test_lines_break_between_words_only():
    assert wrapped("one two three", 7) == ["one two", "three"]
    assert wrapped("extraordinary a b", 4) == ["extraordinary", "a b"]
    assert wrapped("", 4) == [""]


def test_the_sentence_is_made_of_its_phrases():
    made = scene(phrases=("Kernel 3×3:", "4 & 5 < 9."))
    assert made.sentence == made.alt == repr(made) == "Kernel 3×3: 4 & 5 < 9."
    assert ElementTree.fromstring(made.svg())[0].text == made.sentence


def test_words_are_escaped():
    for part in (text("a < b & c"), message(["a < b", "& c"])):
        ElementTree.fromstring(f"<g>{part.markup}</g>")


def test_tables_write_equal_things_once():
    tables = Tables()
    group = Group((Placed(DOT, 1, 1), Placed(Part(DOT.markup), 2, 2)))
    same = Group((Placed(Part(DOT.markup), 1, 1), Placed(DOT, 2, 2)))
    cells = Region("cells", 1, 2, 3, 4, 1, 2, "at", (1, 2))
    again = Region("cells", 1, 2, 3, 4, 1, 2, "at", (1, 2))
    first = replace(scene(Placed(group), Placed(DOT, 5, 5)), regions=(cells,))
    second = replace(scene(Placed(same), Placed(DOT, 5, 5)), regions=(again,))
    tables.add("[0]", [first, second])
    page = Page(tables.packed())
    assert page.parts.count(DOT.markup) == 1 and len(page.parts) == 2
    assert len(page.placed) == 4 * 4 and page.phrases == ["One."] and len(page.regions) == 1
    assert page.settings["[0]"][0] == page.settings["[0]"][1]


def test_tables_keep_states_under_their_key():
    tables = Tables()
    one, two = (
        scene(Placed(DOT, 1, 2)),
        scene(Placed(DOT, 1, 2), Placed(LINE, 0.5), phrases=("2.",)),
    )
    tables.add("[7]", [one])
    tables.add("[3]", [two, one], [[0], []])
    page = Page(tables.packed())
    assert [page.svg("[7]", 0, 40, 30), page.svg("[3]", 0, 40, 30)] == [one.svg(), two.svg()]
    assert page.svg("[3]", 1, 40, 30) == one.svg()
    assert page.parts == [DOT.markup, LINE.markup]
    assert [state[3] for state in page.settings["[3]"]] == [[0], []]
    assert tables.longest == "One."


def test_a_region_says_what_its_cells_set():
    several = Region("pixels", 0, 0, 2, 2, 1, 2, values=((("row", 1), ("column", 2)), None))
    assert several.page() == {
        "name": "pixels", "x": 0, "y": 0, "width": 2, "height": 2, "rows": 1, "columns": 2,
        "values": [{"row": 1, "column": 2}, None],
    }  # fmt: skip
    typed = Region("input", 0, 0, 2, 2, 1, 2, types="x", texts=("1", "2"))
    assert typed.page()["types"] == "x" and "values" not in typed.page()
