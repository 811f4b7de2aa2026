"""What is said about the ratios: goals, tables and a picture."""

from __future__ import annotations

from pathlib import Path

from timing.cases import CASES, DEPTHWISE, LAST, LENET, MEAN, NORM, POOL, WORST, Conv
from timing.machine import measured_on, processor
from timing.ratios import disturbed, least_scaling, ratios, scaling, summary

SETTINGS = {"unset": None, "Haswell": "Haswell"}  # of OPENBLAS_CORETYPE
# Goals for forward and backward on two threads, by setting; the others are the processor's.
GOALS = {WORST: (1.4, 1.8), DEPTHWISE: (3.0, None), POOL: (0.6, None), NORM: (1.8, None)}
AMD = {LENET: (0.8, 1.05), LAST: (1.1, 1.4), MEAN: (0.8, 1.2)}
OTHERS = {LENET: (0.95, 1.05), LAST: (1.2, 1.4), MEAN: (1.0, 1.2)}
GAIN = 1.7  # at least, of the second thread, the variable unset


def table(measured: dict, threads: int, megabytes: dict) -> list[str]:
    """Return the rows of one setting and number of threads."""
    reached = max(measured["peak"][str(threads)].values())
    lines = [
        "| case (batch) | forward, ms | ÷ PyTorch | forward + backward, ms | ÷ PyTorch "
        "| ÷ channels-last | tight loop, ms: ours, PyTorch, channels-last "
        "| one ÷ two threads: ours forward, ours both, PyTorch both | of peak "
        "| memory, MB: ours, PyTorch |",
        "|---|---|---|---|---|---|---|---|---|---|",
    ]
    for name, modes in measured["cases"].items():
        cells = [name]
        for mode in ("forward", "both"):
            times = modes.get(f"{mode} {threads}")
            if times:
                median, least = ratios(times)
                mark = "*" if times["disturbed"] else ""
                cells += [f"{1e3 * min(times['ours']):.2f}", f"{median:.2f} ({least:.2f}){mark}"]
            else:
                cells += ["", ""]
        both = modes[f"both {threads}"]
        mark = "*" if both["disturbed"] else ""
        cells.append("{:.2f} ({:.2f}){}".format(*ratios(both, "last"), mark))
        loop = modes[f"tight {threads}"]
        mark = "*" if loop["disturbed"] else ""
        loops = [f"{1e3 * min(loop[side]):.2f}" for side in ("ours", "torch", "last")]
        cells.append(", ".join(loops) + mark)
        kinds = ("ours", "forward"), ("ours", "both"), ("torch", "both")
        gains = [scaling(modes, *kind) for kind in kinds] if threads == 2 else []
        cells.append(", ".join(f"{gain:.2f}" for gain in gains if gain))
        if isinstance(CASES[name], Conv):
            share = 3 * CASES[name].operations / min(both["ours"]) / reached
            cells.append(f"{share:.0%}".replace("%", " %"))
        else:
            cells.append("")
        used = megabytes.get(name)
        cells.append(f"{used['ours']:.0f}, {used['torch']:.0f}" if used else "")
        lines.append("| " + " | ".join(cells) + " |")
    if threads == 2 and "processes" in measured:
        lines += ["", f"The LeNet step in two processes: {1e3 * measured['processes']:.2f} ms."]
    return lines


def variable(setting: str) -> str:
    """Name the variable with its setting."""
    return "OPENBLAS_CORETYPE " + ("unset" if SETTINGS[setting] is None else f"= {setting}")


def goals() -> dict[str, tuple[float | None, float | None]]:
    """Return the goals for the processor at hand."""
    return (AMD if "AMD" in processor() else OTHERS) | GOALS


def goal_rows(results: dict[str, dict]) -> list[str]:
    """Return the table of the goals: median (minimum) of each setting."""
    lines = [
        "| forward + backward ÷ PyTorch, two threads | "
        + " | ".join(f"{variable(setting)} | goal" for setting in results)
        + " |",
        "|---|" + "---|---|" * len(results),
    ]
    found = {setting: summary(measured) for setting, measured in results.items()}
    for name, wanted in goals().items():
        cells = [name]
        for setting in results:
            goal = wanted[list(SETTINGS).index(setting)]
            if name not in found[setting]:
                cells += ["", ""]
                continue
            median, least = found[setting][name]
            mark = "*" if disturbed(results[setting], name) else ""
            verdict = ""
            if goal is not None:
                met = "undecided" if mark else "met" if median <= goal else "missed"
                verdict = f"{goal:g}: {met}"
            cells += [f"{median:.2f} ({least:.2f}){mark}", verdict]
        lines.append("| " + " | ".join(cells) + " |")
    cells = ["least gain of the second thread in a convolution"]
    for setting, measured in results.items():
        gain = least_scaling(measured)
        wanted = f"{GAIN:g}: {'met' if gain >= GAIN else 'missed'}" if gain else ""
        cells += [f"{gain:.2f}" if gain else "", wanted if setting == "unset" else ""]
    return [*lines, "| " + " | ".join(cells) + " |"]


def report(results: dict[str, dict], threads: list[int], megabytes: dict, picture: Path) -> str:
    """Return what stands under the processor's heading in benchmarks/README.md."""
    lines = [f"### {processor()}", "", measured_on(), ""]
    if any(
        times["disturbed"]
        for measured in results.values()
        for modes in measured["cases"].values()
        for times in modes.values()
    ):
        lines += [
            "**Other programs were running on the machine.** What is marked with * could not be "
            "measured undisturbed, and can be wrong by any factor; most of all with two threads, "
            "where PyTorch's wait for each other.",
            "",
        ]
    if 2 in threads:
        lines += [*goal_rows(results), ""]
        lines += [
            "![Our time divided by PyTorch's for each case, on two threads, with "
            "OPENBLAS_CORETYPE unset and set to Haswell; the tables have the numbers]"
            f"({picture.name})",
            "",
        ]
    for setting, measured in results.items():
        for count in threads:
            speeds = measured["peak"][str(count)]
            lines += [
                f"#### {variable(setting)}, {count} thread{'s' * (count > 1)}",
                "",
                f"{measured['blas']}. A product of 1536×1536 matrices: NumPy "
                f"{speeds['ours'] / 1e9:.0f}, PyTorch {speeds['torch'] / 1e9:.0f} GFLOP/s.",
                "",
                *table(measured, count, megabytes if setting == "unset" and count == 2 else {}),
                "",
            ]
    return "\n".join(lines).rstrip("\n") + "\n"


def draw(results: dict[str, dict], path: Path) -> None:
    """Draw the ratios on two threads: one row a case, one mark a setting."""
    import matplotlib

    matplotlib.use("Agg")
    from matplotlib import pyplot

    names = [name for name in (*CASES, MEAN) if name in summary(next(iter(results.values())))]
    figure, axes = pyplot.subplots(figsize=(8, 0.36 * len(names) + 1.4), layout="constrained")
    styles = {"unset": ("#0072B2", "o"), "Haswell": ("#D55E00", "D")}
    for setting, measured in results.items():
        found, (colour, mark) = summary(measured), styles[setting]
        values = [found[name][0] for name in names]
        axes.plot(values, range(len(names)), mark, color=colour, label=variable(setting))
    axes.axvline(1, color="#444444", linewidth=1)
    axes.set(
        xscale="log",
        yticks=range(len(names)),
        yticklabels=names,
        xlabel="our time ÷ PyTorch's (left of 1: we are faster)",
        title="Forward + backward, two threads",
    )
    ticks = [0.1, 0.2, 0.5, 1, 2, 4]
    axes.set_xticks(ticks, [f"{tick:g}" for tick in ticks])
    axes.minorticks_off()
    axes.invert_yaxis()
    axes.grid(axis="y", color="#DDDDDD")
    axes.set_axisbelow(True)
    figure.legend(loc="outside lower center", ncols=len(results))
    figure.savefig(path, dpi=110, metadata={"Software": None})
    pyplot.close(figure)
