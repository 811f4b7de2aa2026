"""The grader of the capstone: what it counts, what it catches, and what it says."""

from __future__ import annotations

import numpy as np
import pytest

from cnnhelpers import capstone, nn, training
from cnnhelpers.capstone import chance, nets
from cnnhelpers.capstone.construction import construction_findings
from cnnhelpers.capstone.costs import numbers_kept
from cnnhelpers.capstone.finding import Finding
from cnnhelpers.capstone.gate import fingerprints, put_before
from cnnhelpers.datasets import digits, watched


def tiny() -> nn.Sequential:
    """A network that learns within a second: 4 filters, 3 strides of 7 pixels."""
    return nn.Sequential(
        nn.Conv2d(1, 4, 7, stride=7, bias=False), nn.BatchNorm2d(4), nn.ReLU(), nn.Flatten(),
        nn.Linear(64, 10),
    )  # fmt: skip


def fitted(model, images, labels, seed=0):
    training.fit(
        model, images, labels, epochs=1, optimiser=nn.Adam(model.parameters(), lr=0.01), seed=seed,
        progress=False,
    )  # fmt: skip


def honest(model, split, seed):
    fitted(model, split.images[:1500], split.labels[:1500], seed)


def run_of(train=honest, build=tiny, name="tiny"):
    return capstone.run(capstone.Recipe(name, build, train))


@pytest.fixture(scope="module")
def honest_run():
    return run_of()


def slugs(run, level="Gold"):
    return capstone.Grader().grade(run, level).slugs


# The split ----------------------------------------------------------------------------------------


def test_the_split_is_of_the_digits_to_learn_from_and_never_of_the_test_digits():
    with watched() as reads:
        split = capstone.split_digits()
    assert reads == ["train"]
    assert split.images.shape == (7000, 1, 28, 28) and split.validation_images.shape[0] == 1000
    both = np.concatenate([split.images, split.validation_images])
    assert np.array_equal(both, digits("train")[0])
    assert not np.isin(fingerprints(digits("test")[0]), fingerprints(both)).any()


# Costs --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("design", "parameters", "macs"),
    [
        ("LeNet", 1_256_080, 6_522_000),
        ("Bronze", 11_546, 216_384),
        ("Silver", 6_266, 135_072),
        ("Gold", 2_274, 44_208),
        ("Silver, global average", 3_866, 132_672),
        ("Silver, global average of 32", 6_346, 169_696),
        ("softmax regression", 7_850, 7_840),
    ],
)
def test_costs_of_the_designs(design, parameters, macs):
    assert capstone.cost(capstone.DESIGNS[design].build()) == (parameters, macs)


def test_the_cost_is_that_of_pytorchs_layers():
    torch = pytest.importorskip("torch")
    layers = [
        torch.nn.Conv2d(1, 4, 5, 2, 2), torch.nn.Conv2d(4, 8, 3, 2, 1),
        torch.nn.Conv2d(8, 8, 3, 2, 1), torch.nn.Flatten(), torch.nn.Linear(128, 10),
    ]  # fmt: skip
    x, macs = torch.zeros(1, 1, 28, 28), 0
    for layer in layers:
        x = layer(x)
        if hasattr(layer, "weight"):
            macs += x.numel() * layer.weight[0].numel()
    parameters = sum(p.numel() for layer in layers for p in layer.parameters())
    assert capstone.cost(nets.gold_net()) == (parameters, macs)


def test_what_cannot_be_folded_is_counted():
    before = nn.Sequential(nn.BatchNorm2d(1), nn.Flatten(), nn.Linear(784, 10))
    assert capstone.cost(before).parameters == 7850 + 4  # weight, bias, mean, variance
    behind = nn.Sequential(nn.Conv2d(1, 10, 28), nn.ReLU(), nn.BatchNorm2d(10), nn.Flatten())
    assert capstone.cost(behind).parameters == 7850 + 40
    folded = nn.Sequential(nn.Conv2d(1, 10, 28, bias=False), nn.BatchNorm2d(10), nn.Flatten())
    assert capstone.cost(folded).parameters == 7850


def test_frozen_numbers_are_counted():
    """A parameter that an optimiser never gets is kept all the same."""
    model = tiny()
    whole = numbers_kept(capstone.at_work(model))
    model.layers["0"].frozen = nn.Parameter((5, 3), nn.init.constant(1))
    assert numbers_kept(capstone.at_work(model)) == whole + 15


def test_a_block_of_a_bare_layer_is_counted():
    """As if the layer stood in a Sequential: no part of a network is free."""
    top = nn.Flatten(), nn.Linear(784, 10)
    alone, within = (
        capstone.cost(nn.Sequential(nn.Residual(body), *top))
        for body in (nn.Conv2d(1, 1, 3, padding=1), nn.Sequential(nn.Conv2d(1, 1, 3, padding=1)))
    )
    assert alone == within == (7850 + 10, 7840 + 9 * 784)


def test_at_work_gives_the_same_answers_and_leaves_the_network_alone(honest_run):
    model, images = honest_run.models[0], digits("train", 50)[0]
    np.testing.assert_allclose(capstone.at_work(model)(images), model(images), atol=1e-4)
    assert [type(layer) for layer in model][1] is nn.BatchNorm2d


def test_functions_of_ones_own_do_not_compute_for_the_grader():
    model = tiny().eval()
    images = digits("train", 20)[0]
    right = model(images)

    class Table:
        @staticmethod
        def linear(x, weight, bias=None):
            return np.ones((len(x), 10))

    model.use(Table())
    assert (model(images) == 1).all()
    np.testing.assert_allclose(capstone.at_work(model)(images), right, atol=1e-4)
    assert (model(images) == 1).all()  # its own functions are still there


# Levels -------------------------------------------------------------------------------------------


def test_levels_bite_in_both_directions():
    assert capstone.GOLD.over(capstone.Cost(2500, 50_000)) == []
    assert capstone.GOLD.over(capstone.Cost(2501, 50_001)) == [
        "2,501 parameters are more than 2,500.",
        "50,001 MACs are more than 50,000.",
    ]
    assert capstone.BRONZE.fits(capstone.Cost(12_500, 10**9))
    assert not capstone.SILVER.fits(capstone.Cost(11_546, 216_384))


def test_an_unknown_level_is_told(honest_run):
    with pytest.raises(ValueError, match="no level 'Platinum'; use one of Bronze, Silver, Gold"):
        capstone.Grader().grade(honest_run, "Platinum")


# The protocol -------------------------------------------------------------------------------------


def test_an_honest_run_is_graded_with_one_look(honest_run):
    assert honest_run.findings == () and honest_run.seeds == (0, 1, 2)
    grader = capstone.Grader()
    with watched() as reads:
        report = grader.grade(honest_run, "Gold")
    assert reads == ["test"] and grader.calls == 1  # one look for all three seeds
    assert len(report.errors) == 3 and not report.findings
    assert not report.passed  # one epoch on 1,500 digits
    assert report.verdict.startswith("Gold: not reached.")


def test_a_second_look_gives_no_level(honest_run):
    grader = capstone.Grader()
    first = grader.grade(honest_run, "Gold")
    with watched() as reads:
        second = grader.grade(honest_run, "Gold")
    assert reads == [] and grader.calls == 1
    assert first.errors and second.errors == ()
    assert "read for this level already" in second.verdict
    third = grader.grade(honest_run, "Gold", again=True)
    assert grader.calls == 2 and third.errors == first.errors and not third.passed
    assert grader.grade(honest_run, "Bronze").looks == 1  # each level has its own
    assert repr(grader) == "The test digits were read 3 times (Gold 2, Bronze 1)."


def test_no_second_look_makes_a_level():
    run = capstone.stored_run("Gold")
    grader = capstone.Grader()
    assert grader.grade(run, "Gold").passed
    assert not grader.grade(run, "Gold", again=True).passed


def test_the_count_survives_a_new_start(honest_run, tmp_path):
    record = tmp_path / "looks.json"
    capstone.Grader(record).grade(honest_run, "Gold")
    again = capstone.Grader(record)
    assert again.calls == 1
    assert again.grade(honest_run, "Gold").errors == ()
    record.write_text("[1, 2]")
    with pytest.raises(ValueError, match=r"looks.json does not hold a grader's count"):
        capstone.Grader(record)


def test_over_the_budget_the_test_digits_stay_unread():
    run = capstone.stored_run("Silver")
    grader = capstone.Grader()
    with watched() as reads:
        report = grader.grade(run, "Gold")
    assert reads == [] and grader.calls == 0 and not report.passed
    assert "6,266 parameters are more than 2,500." in report.verdict
    assert "135,072 MACs are more than 50,000." in report.verdict


# What nobody asked for ----------------------------------------------------------------------------


def test_what_is_no_recipe_is_told():
    with pytest.raises(TypeError, match="must be a capstone.Recipe, not of type Sequential; make"):
        capstone.run(tiny())
    with pytest.raises(TypeError, match="must be a cnnhelpers.nn network, not None"):
        run_of(build=lambda: None)


def test_a_recipe_of_what_is_no_function_is_told():
    with pytest.raises(TypeError, match="build must be a function, not the network that it makes"):
        capstone.Recipe("x", tiny(), honest)
    with pytest.raises(TypeError, match=r"train must be a function, not None \(NoneType\)"):
        capstone.Recipe("x", tiny, None)


def test_what_cannot_read_digits_is_told_before_it_is_trained():
    trained = []
    small = lambda: nn.Sequential(nn.Flatten(), nn.Linear(196, 10))  # noqa: E731
    nine = lambda: nn.Sequential(nn.Flatten(), nn.Linear(784, 9))  # noqa: E731
    for build, words in ((small, "does not read digits of 28×28"), (nine, r"\(1, 9\); ten logits")):
        with pytest.raises(ValueError, match=words):
            run_of(lambda *_: trained.append(1), build)
    assert not trained


def test_what_is_no_run_is_told():
    grader = capstone.Grader()
    with pytest.raises(TypeError, match="must be a capstone.Run, not of type Sequential; caps"):
        grader.grade(tiny(), "Gold")
    assert grader.calls == 0


def test_numbers_that_were_lost_in_training_are_found():
    def diverging(model, split, seed):
        model(split.images[:10])
        next(iter(model.parameters())).data[:] = np.nan

    run = run_of(diverging)
    assert run.validation_errors == (1000, 1000, 1000)  # no digit 0 is read by mistake
    assert "not-finite" in slugs(run)


def test_a_recipe_that_changes_its_digits_changes_no_others():
    seen = []

    def darkening(model, split, seed):
        seen.append(float(split.images.max()))
        split.images[:] = split.images * 0.5
        split.validation_images[:] = 0
        honest(model, split, seed)

    run = run_of(darkening)
    assert seen == [1.0, 1.0, 1.0] and max(run.validation_errors) < 800


def test_an_interrupted_look_is_none(monkeypatch, tmp_path):
    from cnnhelpers.capstone import grader as home

    run, record = capstone.stored_run("Gold"), tmp_path / "looks.json"
    grader = capstone.Grader(record)

    def interrupted(*arguments):
        raise KeyboardInterrupt

    with monkeypatch.context() as changed:
        changed.setattr(home, "misread", interrupted)
        with pytest.raises(KeyboardInterrupt):
            grader.grade(run, "Gold")
    assert grader.calls == 0 and not record.exists()
    assert grader.grade(run, "Gold").passed and capstone.Grader(record).calls == 1


def test_a_count_that_cannot_be_kept_shows_nothing(tmp_path):
    grader = capstone.Grader(tmp_path / "nowhere" / "looks.json")
    with pytest.raises(ValueError, match=r"cannot be written to looks.json: No such .*not counted"):
        grader.grade(capstone.stored_run("Gold"), "Gold")
    assert grader.calls == 0


def test_other_test_digits_are_refused(monkeypatch):
    from cnnhelpers.capstone import split as home

    images, labels = digits("test")
    for change in ("a pixel", "a label"):
        images, labels = digits("test")
        if change == "a pixel":
            images[7, 0, 20, 14] = 0.5
        else:
            labels[7] = 0 if labels[7] else 1
        with monkeypatch.context() as changed:
            changed.setattr(home, "digits", lambda name: (images, labels))  # noqa: B023
            grader = capstone.Grader()
            with pytest.raises(ValueError, match="are not those that come with the course"):
                grader.grade(capstone.stored_run("Gold"), "Gold")
        assert grader.calls == 0


def test_a_network_on_functions_of_ones_own_is_graded_on_the_courses():
    def wrong(*arrays, **options):
        raise AssertionError("it was called")

    run = capstone.stored_run("Gold")
    for model in run.models:
        for module in model.modules():
            module.F = type("Own", (), {"conv2d": staticmethod(wrong)})()
    assert capstone.Grader().grade(run, "Gold").passed


# Cheats -------------------------------------------------------------------------------------------


def test_numbers_in_a_buffer_are_found():
    class Table(nn.Module):
        buffers = ("table",)

        def __init__(self):
            self.table = np.zeros((784, 10), np.float32)

        def forward(self, x):
            return x.reshape(len(x), -1) @ self.table

    (finding,) = construction_findings(nn.Sequential(Table()))
    assert finding.slug == "own-layer"
    assert "keeps 7,840 numbers beside its parameters" in finding.sentence


def test_numbers_that_hang_on_a_layer_are_found():
    for change in (
        lambda layer: setattr(layer, "table", np.zeros((3, 5))),
        lambda layer: setattr(layer, "tables", [np.zeros(7), np.zeros(8)]),
        lambda layer: vars(layer).update(table=np.zeros(15), buffers=("table",)),
    ):
        model = tiny()
        change(model.layers["0"])
        (finding,) = construction_findings(model)
        assert finding.slug == "hidden-numbers" and "keeps 15 numbers" in finding.sentence


def test_a_replaced_method_is_found():
    model = tiny()
    model.layers["2"].forward = lambda x: x**2
    assert [each.slug for each in construction_findings(model)] == ["own-layer"]


def test_every_layer_of_the_course_is_known():
    for design in capstone.DESIGNS.values():
        assert construction_findings(design.build()) == []
    skip = nn.Residual(nn.Sequential(nn.Conv2d(1, 1, 3, padding=1)))
    model = nn.Sequential(nn.AvgPool2d(2), nn.Flatten(), nn.Linear(196, 10))
    assert construction_findings(nn.Sequential(skip, *model)) == []


def test_a_network_that_asks_for_smaller_digits_is_found():
    def smaller(model, split, seed):
        fitted(model, split.images[:600, :, ::2, ::2], split.labels[:600])

    small = nn.Sequential(nn.Flatten(), nn.Linear(196, 10))
    (finding,) = construction_findings(small)
    assert finding.slug == "resized-outside"
    both = lambda: nn.Sequential(nn.AdaptiveAvgPool2d(7), nn.Flatten(), nn.Linear(49, 10))  # noqa: E731
    run = run_of(smaller, both)
    assert {each.slug for each in run.findings} == {"resized-outside"}


def test_a_network_that_gives_no_ten_logits_is_found():
    (finding,) = construction_findings(nn.Sequential(nn.Flatten(), nn.Linear(784, 9)))
    assert finding.slug == "not-ten-logits" and "(1, 9)" in finding.sentence


def test_training_that_asks_for_the_test_digits_is_found():
    def peeping(model, split, seed):
        honest(model, split, seed)
        training.evaluate(model, *digits("test", 10))

    assert "test-digits-read" in slugs(run_of(peeping))


@pytest.mark.parametrize(
    "change",
    [
        lambda x: x,
        lambda x: (x - np.float32(0.131)) / np.float32(0.309),
        lambda x: np.roll(x, (1, -1), axis=(2, 3)),
    ],
    ids=["as they are", "standardised", "moved"],
)
def test_training_on_the_test_digits_is_found(change):
    test, labels = digits("test")  # before the run, so that nobody sees them asked for

    def cheating(model, split, seed):
        images = np.concatenate([split.images[:800], change(test[:200])])
        fitted(model, images, np.concatenate([split.labels[:800], labels[:200]]))

    run = run_of(cheating)
    assert {each.slug for each in run.findings} == {"test-digits-seen"}
    grader = capstone.Grader()
    assert not grader.grade(run, "Gold").passed and grader.calls == 0


def test_choosing_by_the_test_digits_is_found():
    test, labels = digits("test")

    def choosing(model, split, seed):
        honest(model, split, seed)
        training.evaluate(model, test, labels)

    assert "test-digits-seen" in slugs(run_of(choosing))


def test_what_was_learned_elsewhere_shows_in_the_errors():
    """The gate does not see another network; chance does."""
    gold = capstone.stored_run("Gold")
    for validation, slugs_found in (((40, 42, 38), ()), ((90, 92, 88), ("test-digits-learned",))):
        run = capstone.Run("x", gold.models, (0, 1, 2), validation)
        grader = capstone.Grader()
        report = grader.grade(run, "Gold")
        assert report.slugs == slugs_found and report.passed == (slugs_found == ())
        assert grader.calls == 1 and report.remarks == ()


def test_learning_from_the_validation_digits_is_remarked():
    run = capstone.Run("x", capstone.stored_run("Gold").models, (0, 1, 2), (0, 1, 2))
    report = capstone.Grader().grade(run, "Gold")
    assert report.passed and "no help for choosing" in report.remarks[0]


def test_weights_from_elsewhere_are_found():
    def copied(model, split, seed):
        other = tiny()
        fitted(other, split.images[:500], split.labels[:500], seed)
        model.layers["network"].load_state_dict(other.state_dict())

    assert "weights-from-elsewhere" in slugs(run_of(copied))


def test_a_network_that_was_trained_before_is_found():
    ready = nets.gold_net()
    fitted(ready, *digits("train", 3000))
    assert "trained-before" in slugs(run_of(lambda *_: None, lambda: ready))


def test_one_seed_for_all_is_found():
    def build():
        with nn.init.seeded([7]):
            return tiny()

    assert "seed-picked" in slugs(run_of(build=build))


def test_seeds_of_ones_own_are_found(honest_run):
    for seeds, models in (((4, 8, 15), 3), ((0, 1), 2), ((0, 0, 0), 3)):
        picked = capstone.Run("x", honest_run.models[:models], seeds, (50,) * models)
        assert slugs(picked) == ("seed-picked",)


def test_three_designs_for_three_seeds_are_found(honest_run):
    models = (*honest_run.models[:2], nets.gold_net().eval())
    assert slugs(capstone.Run("x", models, (0, 1, 2), (50, 51, 52))) == ("networks-differ",)


def test_a_finding_of_the_run_stays_with_it(honest_run):
    run = capstone.Run("x", honest_run.models, (0, 1, 2), (50, 51, 52), (Finding("a", "Seen."),))
    report = capstone.Grader().grade(run, "Gold")
    assert report.verdict == "Gold: no level. Seen." and report.errors == ()


# The gate -----------------------------------------------------------------------------------------


def test_a_digit_is_known_again_where_it_stands_elsewhere():
    images = digits("test", 40)[0]
    keys = fingerprints(images)
    assert len(set(keys.tolist())) == 40
    for changed in (
        np.roll(images, (1, -2), axis=(2, 3)),
        (images - np.float32(0.131)) / np.float32(0.309),
        images * 255,
    ):
        assert np.array_equal(fingerprints(changed), keys)
    assert not np.array_equal(fingerprints(images.clip(0, 0.7)), keys)


def test_the_gate_changes_nothing():
    model = tiny()
    gated, gate = put_before(model)
    x = digits("train", 6)[0]
    grad = np.random.default_rng(0).standard_normal((6, 10))
    first, second = ((one(x), one.backward(grad)) for one in (gated, model))
    assert np.array_equal(first[0], second[0]) and np.array_equal(first[1], second[1])
    assert gate.passed[0] and not gate.met.any() and not gate.resized[0]


def test_digits_are_watched_inside_of_the_block_only():
    digits("test", 1)
    with watched() as outer:
        digits("train", 1)
        with watched() as inner:
            digits("all", 1)
        digits("test", 1)
    digits("test", 1)
    assert outer == ["train", "all", "test"] and inner == ["all"]


# Chance -------------------------------------------------------------------------------------------


def test_noise_is_the_binomials():
    assert chance.noise(49, 2000) == pytest.approx(1.96 * np.sqrt(49 * 1951 / 2000))


@pytest.mark.parametrize(("few", "other"), [(0, 9), (3, 20), (46, 18), (40, 40), (70, 10)])
def test_the_chance_is_that_of_drawing_errors_at_random(few, other):
    draws = np.random.default_rng(0).hypergeometric(2000, 1000, few + other, 200_000)
    found = chance.chance_of_so_few(few, 2000, other, 1000)
    assert found == pytest.approx(np.mean(draws <= few), abs=0.005)


# What it says -------------------------------------------------------------------------------------


def test_the_report_says_costs_errors_and_chance():
    report = capstone.Grader().grade(capstone.stored_run("Silver"), "Silver")
    errors, mean = ", ".join(map(str, report.errors)), f"{sum(report.errors) / 3:.1f}"
    for said in (repr(report), report._repr_html_()):
        for words in ("6,266", "6,500", "135,072", "140,000", errors, mean, "±", report.verdict):
            assert words in said
    assert report.verdict == (
        f"Silver: reached. {mean} of 2,000 misread on average; at most 60 are allowed."
    )


def test_a_log_has_no_row_without_a_thought():
    log = capstone.Log()
    result = capstone.Result(6266, 135_072, (17, 20, 15))
    assert log.add("Fewer MACs.", result, "A stride is cheap.") is log and len(log) == 1
    for said in (repr(log), log._repr_html_()):
        for words in ("Fewer MACs.", "6,266", "135,072", "17 20 15", "17.3", "A stride is cheap."):
            assert words in said
    with pytest.raises(ValueError, match="write the analysis of this step"):
        log.add("More.", result, " ")
    for wrong in (None, capstone.stored_run("Gold")):
        with pytest.raises(TypeError, match="result must have parameters, macs and validation_err"):
            log.add("More.", wrong, "A thought.")
    with pytest.raises(TypeError, match="Log: target must be a sentence, not None"):
        log.add(None, result, "A thought.")
    assert len(log) == 1


def test_a_card_needs_a_test():
    words = {"purpose": "Digits.", "training": "Eight epochs.", "limits": "No letters."}
    report = capstone.Grader().grade(capstone.stored_run("Gold"), "Gold")
    card = capstone.model_card(report, **words)
    for said in (repr(card), card._repr_html_()):
        assert "2,274 parameters" in said and "read once" in said and "No letters." in said
    untested = capstone.Grader().grade(capstone.stored_run("Silver"), "Gold")
    with pytest.raises(ValueError, match="Silver was not tested"):
        capstone.model_card(untested, **words)
    with pytest.raises(ValueError, match="limits is empty"):
        capstone.model_card(report, **{**words, "limits": ""})


def test_the_pareto_picture_marks_the_front():
    networks = {"small": (1000, (9, 8, 10)), "large": (9000, (3, 4, 5)), "dear": (9500, (6, 6, 6))}
    picture = capstone.pareto(networks, [True, True, False], budget=5000)
    assert picture.alt == "On the Pareto front: small, large."
    assert callable(capstone.pareto)  # its name is no module's, also when its module is loaded
    with pytest.raises(ValueError, match="3 networks and 2 marks"):
        capstone.pareto(networks, [True, True])


def test_names_in_the_pareto_picture_stand_apart_and_inside():
    from cnnhelpers.capstone.drawing import ABOVE, BELOW, HEIGHT, _free

    taken = []
    for _ in range(8):  # as many dots at one place, near the bottom
        taken.append((100, 200, _free(taken, 100, 200, 318)))
    heights = sorted(height for *_, height in taken)
    assert min(b - a for a, b in zip(heights, heights[1:])) >= 15
    assert ABOVE <= heights[0] and heights[-1] <= HEIGHT - BELOW - 8
    assert _free(taken, 300, 400, 300) == 300  # beside them there is room


# The reference networks ---------------------------------------------------------------------------


@pytest.mark.parametrize("level", ["Bronze", "Silver", "Gold"])
def test_each_level_is_reached_by_a_reference_network(level):
    report = capstone.Grader().grade(capstone.stored_run(level), level)
    assert report.passed, report


def test_one_network_reaches_all_levels():
    run, grader = capstone.stored_run("Gold, moved, 16 epochs"), capstone.Grader()
    assert all(grader.grade(run, level).passed for level in ("Bronze", "Silver", "Gold"))
    assert grader.calls == 3


@pytest.mark.parametrize("level", ["Bronze", "Silver", "Gold"])
def test_stored_networks_are_those_of_the_stored_result(level):
    run, split = capstone.stored_run(level), capstone.split_digits()
    assert run.validation_errors == capstone.stored_result(level).validation_errors
    for model, errors in zip(run.models, run.validation_errors):
        assert abs(capstone.misread(model, *split[2:]) - errors) <= 1
    assert capstone.stored_result(level)[:2] == capstone.cost(run.models[0])


def test_every_design_has_its_result():
    for name, recipe in capstone.DESIGNS.items():
        result = capstone.stored_result(name)
        assert recipe.name == name and len(result.validation_errors) == 3
        assert result[:2] == capstone.cost(recipe.build())
    with pytest.raises(ValueError, match="no 'Platinum'"):
        capstone.stored_result("Platinum")
    with pytest.raises(ValueError, match="no run 'LeNet'"):
        capstone.stored_run("LeNet")
