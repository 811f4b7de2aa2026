"""Which sections a notebook has, in which order, and what stands in them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cnnhelpers.course.cells import LIVE_TAGS, NBVAL_TAGS, TAGS, is_code, is_question, is_text, tags
from notebook_rules.rule import (
    FOLDER,
    Complaint,
    Notebook,
    introduction,
    prose,
    rule,
    rule_for_all,
    section,
    trial,
    where,
)


@rule_for_all
def known_tags(notebook: Notebook, name: str, names: list[str]) -> Iterator[Complaint]:
    for index, cell in enumerate(notebook["cells"]):
        for tag in sorted(tags(cell) - TAGS - NBVAL_TAGS - LIVE_TAGS):
            yield index, f"nobody knows the tag {tag!r}; the tags are {', '.join(sorted(TAGS))}"
        if "NBVAL_" in cell["source"]:
            yield index, "it speaks to nbval in a comment; use a tag such as nbval-skip"


@rule_for_all
def frame_is_filled(notebook: Notebook, name: str, names: list[str]) -> Iterator[Complaint]:
    for index, cell in enumerate(notebook["cells"]):
        if "FRAME" in cell["source"]:
            yield index, "it is as `python -m cnnhelpers new` wrote it; replace what says FRAME"


SETUP, ROUNDS = "(the cell of code with the tag 'setup')", "(rounds such as '## 1 · First')"
SECTIONS = ["You will be able to", SETUP, ROUNDS, "Exercises", "Where sources disagree"]
SECTIONS += ["Summary", "Quick questions", "Terms", "References"]


@rule
def order_of_sections(notebook: Notebook, name: str, names: list[str]) -> Iterator[Complaint]:
    cells = notebook["cells"]
    if not re.match(rf"# {name[:2]} · \S", cells[0]["source"]):
        yield 0, f"the notebook does not begin with its title; write '# {name[:2]} · Title' first"
    for what, pattern, example in [
        ("question in bold", r"^\*\*[^*]+\?\*\*$", "**How large is the output?**"),
        ("minutes", r"\b\d+ minutes\b", "About 40 minutes"),
        ("prerequisites", r"\bBefore this: \S", "Before this: 02"),
    ]:
        if not re.search(pattern, cells[0]["source"], re.M):
            yield 0, f"the title block lacks its {what}; write something like '{example}'"
    found: list[str] = []
    rounds: list[tuple[int, int]] = []
    for index, cell in enumerate(cells):
        if is_code(cell):
            found += [SETUP] if "setup" in tags(cell) else []
            continue
        for heading in re.findall(r"^## (.+)$", cell["source"], re.M):
            if re.match(r"\d+ · ", heading):
                rounds.append((index, int(heading.split()[0])))
                found += [ROUNDS] if found[-1:] != [ROUNDS] else []
            else:
                found.append(heading)
    wanted = [each for each in SECTIONS if each != "Where sources disagree" or each in found]
    for each in wanted:
        if each not in found:
            yield None, f"{each} is missing; the order is {', '.join(wanted)}"
    for each in dict.fromkeys(found):
        if each not in wanted:
            yield (
                where(notebook, each),
                f"no notebook has a section {each}; the order is {', '.join(wanted)}",
            )
        elif found.count(each) > 1:
            yield where(notebook, each), f"there are several of {each}; one is right"
    if sorted(found) == sorted(wanted) and found != wanted:
        yield None, f"the order is {', '.join(found)}; it should be {', '.join(wanted)}"
    for count, (index, number) in enumerate(rounds, 1):
        if number != count:
            yield index, f"this is round {count} and says {number}; number the rounds 1, 2, 3 …"
    most = 5 if introduction(name) else 4
    if not 2 <= len(rounds) <= most:
        yield (
            None,
            f"the number of rounds ('## 1 · First') is {len(rounds)}; 2 to {most} are right",
        )


@rule
def sizes_of_sections(notebook: Notebook, name: str, names: list[str]) -> Iterator[Complaint]:
    goals = re.findall(r"^- \*\*\w+", section(notebook, "You will be able to"), re.M)
    if not 3 <= len(goals) <= 5:
        yield (
            where(notebook, "You will be able to"),
            f"{len(goals)} goals begin with a verb in bold; write 3 to 5 lines like "
            "'- **compute** the size of the output'",
        )
    questions, _, answers = section(notebook, "Quick questions").partition("<details>")
    count, answered = (len(re.findall(r"^\d+\. ", text, re.M)) for text in (questions, answers))
    here = where(notebook, "Quick questions")
    if not 5 <= count <= 10:
        yield here, f"the number of quick questions is {count}; 5 to 10 are right, as '1. What …?'"
    if count != answered:
        yield (
            here,
            f"{count} quick questions have {answered} answers; number both alike, "
            "the answers inside <details>",
        )
    if not re.search(r"[\u4e00-\u9fff]", section(notebook, "Terms")):
        yield (
            where(notebook, "Terms"),
            "no term is given in Chinese; write a table with rows like '| stride | 步幅 |'",
        )
    references = len(re.findall(r"^\d+\. ", section(notebook, "References"), re.M))
    if not 1 <= references <= 5:
        yield (
            where(notebook, "References"),
            f"the number of references is {references}; 1 to 5 are right, each as '1. Title …'",
        )


@rule
def items_of_lists_are_words(
    notebook: Notebook, name: str, names: list[str]
) -> Iterator[Complaint]:
    """Markdown takes `1. 9.` for a list in a list, and JupyterLab shows "I." for it."""
    for index, cell in enumerate(notebook["cells"]):
        if is_text(cell):
            for item in re.findall(r"^ *\d+[.)] +(\d+[.)]) *$", cell["source"], re.M):
                yield index, f"an item that is nothing but {item!r} shows as a letter; say more"


@rule
def minutes_add_up(notebook: Notebook, name: str, names: list[str]) -> Iterator[Complaint]:
    """Where sections state their minutes, all rounds do, and the title states the sum.

    A notebook of more than one sitting, 75 minutes, marks a place to stop.
    """
    text = prose(notebook)
    stated = re.findall(r"^## (.+)\n\n\*About (\d+) minutes\b", text, re.M)
    if not stated:
        return
    title = re.search(r"\bAbout (\d+) minutes\b", notebook["cells"][0]["source"])
    total = sum(int(minutes) for _, minutes in stated)
    if title is None or int(title[1]) != total:
        said = f"'{title[0]}'" if title else "nothing"
        yield 0, f"the sections take {total} minutes together, and the title says {said}; say both"
    for heading in re.findall(r"^## (\d+ · .+|Exercises)$", text, re.M):
        if heading not in dict(stated):
            yield (
                where(notebook, heading),
                f"the section {heading!r} does not state its minutes; "
                "write '*About 10 minutes.*' below its heading",
            )
    if total > 75 and "**A good place to stop.**" not in text:
        yield (
            None,
            f"{total} minutes are more than one sitting, and no place to stop is marked; "
            "write '**A good place to stop.**' between two rounds",
        )
    at_a_stretch = 0
    for heading, minutes, stop in re.findall(
        r"^## (.+)\n\n\*About (\d+) minutes\b|^(\*\*A good place to stop\.\*\*)", text, re.M
    ):
        at_a_stretch = 0 if stop else at_a_stretch + int(minutes)
        if at_a_stretch > 75:
            yield (
                where(notebook, heading),
                f"{at_a_stretch} minutes without a place to stop, at most 75 are right; "
                "mark one before this section",
            )
            break


@rule
def terms_are_in_the_glossary(
    notebook: Notebook, name: str, names: list[str]
) -> Iterator[Complaint]:
    row = r"^\| ([^|]+) \| ([^|]*[\u4e00-\u9fff][^|]*) \|"
    terms = re.findall(row, section(notebook, "Terms"), re.M)
    glossary = (FOLDER / "glossary.md").read_text(encoding="utf-8")
    for english, chinese in terms:
        if chinese == "中文":  # the table's head
            continue
        found = re.search(rf"\| {re.escape(chinese)} \| [^|]+ \| ([\d, ]+) \|", glossary)
        if found is None:
            yield (
                where(notebook, "Terms"),
                f"{english!r}, {chinese}, is not in notebooks/glossary.md; add a row there",
            )
        elif name[:2] not in found[1] and not trial(name):
            yield (
                where(notebook, "Terms"),
                f"{english!r}, {chinese}: notebooks/glossary.md sends its reader to {found[1]}; "
                f"name {name[:2]} there",
            )


@rule
def rounds_go_round(notebook: Notebook, name: str, names: list[str]) -> Iterator[Complaint]:
    cells = notebook["cells"]
    for tag in ("predict", "reveal", "implement", "check", "explore"):
        if not any(tag in tags(cell) for cell in cells):
            yield (
                None,
                f"no cell has the tag {tag!r}; a round predicts, reveals, implements, checks",
            )
    for index, cell in enumerate(cells):
        if "predict" in tags(cell):
            if not re.search(r"\?", cell["source"]):
                yield index, "it is to predict something and asks nothing; end it with a question"
            after = [other for other in cells[index + 1 :] if tags(other) & {"predict", "reveal"}]
            if not after or "reveal" not in tags(after[0]):
                yield index, "nothing reveals the answer; give the cell that does the tag 'reveal'"


@rule
def questions_are_folded(notebook: Notebook, name: str, names: list[str]) -> Iterator[Complaint]:
    for index, cell in enumerate(notebook["cells"]):
        if is_question(cell):
            folded = cell["metadata"].get("jupyter", {}).get("source_hidden")
            if not (folded and "hide-input" in tags(cell)):
                yield (
                    index,
                    "its answer is in sight; give it the tag 'hide-input' and the metadata "
                    '"jupyter": {"source_hidden": true}',
                )
