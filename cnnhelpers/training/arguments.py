"""What training asks of its arguments, and the sentence it says when it does not get it."""

from __future__ import annotations

import numpy as np

from cnnhelpers import nn
from cnnhelpers.functional.arguments import array, class_numbers, plain, real_number
from cnnhelpers.nn.module import checked_module
from cnnhelpers.shapes import shown
from cnnhelpers.training.history import History


def network(model: object, function: str) -> None:
    """Refuse what is not a network, and one whose numbers are lost already."""
    network = checked_module(model, f"{function}: model")
    if function != "fit":
        return
    for name, parameter in network.named_parameters():
        if not np.isfinite(parameter.data).all():
            raise ValueError(
                f"{function}: {name} has numbers that are not finite, so nothing can be learned; "
                "make a new model, or load a checkpoint."
            )


def labelled(where: str, images: object, labels: object) -> tuple[np.ndarray, np.ndarray]:
    """Return images and their labels as arrays that belong together."""
    images, labels = array(images, f"{where}images"), plain(labels, f"{where}labels")
    for name, value, axes in (("images", images, "(N, ...)"), ("labels", labels, "(N,)")):
        if not value.ndim or (name == "labels" and value.ndim != 1):
            advice = "; for rows with a 1 at the class pass labels.argmax(axis=1)"
            raise ValueError(
                f"{where}{name} must have axes {axes}, not shape {value.shape}"
                f"{advice if name == 'labels' and value.ndim == 2 else ''}."
            )
    class_numbers(labels, f"{where}labels")
    if len(images) != len(labels) or not len(images):
        raise ValueError(
            f"{where.rstrip(': ')}: there are {len(images)} images and {len(labels)} labels; "
            "pass one label for each image, and at least one."
        )
    if images.dtype.kind == "f" and not np.isfinite(images).all():
        first = next(n for n, image in enumerate(images) if not np.isfinite(image).all())
        raise ValueError(
            f"{where}images has numbers that are not finite, the first in image {first}; "
            "mend or leave out such images."
        )
    return images, labels


def unbroken(history: object, function: str) -> History:
    """Return a history that another run can go on with."""
    if not isinstance(history, History):
        raise TypeError(f"{function}: history must be a History, not {shown(history)}.")
    fault = history.fault()
    if fault:
        raise ValueError(
            f"{function}: history has {fault}; pass the one that fit returned or filled."
        )
    return history


def an_optimiser(optimiser: object, function: str) -> nn.Optimiser:
    """Return ``optimiser`` if it is one."""
    if not isinstance(optimiser, nn.Optimiser):
        raise TypeError(
            f"{function}: optimiser must be one of cnnhelpers.nn, not {shown(optimiser)}."
        )
    return optimiser


def optimiser_of(
    model: nn.Module,
    learning_rate: float | None,
    optimiser: nn.Optimiser | None,
    schedule: nn.Schedule | None,
) -> nn.Optimiser:
    """Return the optimiser to use, one of this model's parameters."""
    for name, value, kind in (
        ("optimiser", optimiser, nn.Optimiser),
        ("schedule", schedule, nn.Schedule),
    ):
        if isinstance(value, type):
            raise TypeError(
                f"fit: {name} is the class {value.__name__}; make one, for example "
                "nn.SGD(model.parameters(), lr=0.01)."
                if name == "optimiser"
                else f"fit: {name} is the class {value.__name__}; make one with the optimiser."
            )
        if value is not None and not isinstance(value, kind):
            raise TypeError(f"fit: {name} must be one of cnnhelpers.nn, not {shown(value)}.")
    if schedule is not None and optimiser is None:
        optimiser = schedule.optimiser
    if optimiser is None:
        rate = 0.01 if learning_rate is None else learning_rate
        return nn.SGD(model.parameters(), real_number(rate, "fit: learning_rate", 0), momentum=0.9)
    if learning_rate is not None:
        raise ValueError("fit: pass learning_rate or optimiser, not both.")
    if schedule is not None and schedule.optimiser is not optimiser:
        raise ValueError("fit: the schedule belongs to another optimiser; make it with this one.")
    ours = {id(parameter) for parameter in model.parameters()}
    foreign = sum(id(parameter) not in ours for parameter in optimiser.parameters)
    if foreign:
        raise ValueError(
            f"fit: {foreign} of the optimiser's {len(optimiser.parameters)} parameters are not "
            "this model's, so they would not be trained; make it with model.parameters(), after "
            "the model has all its layers."
        )
    return optimiser
