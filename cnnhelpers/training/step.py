"""One step on one batch, with a share of the images for each thread where that gives the same."""

from __future__ import annotations

import copy

import numpy as np

from cnnhelpers import nn
from cnnhelpers.functional import cross_entropy, cross_entropy_backward
from cnnhelpers.functional.fast import workers
from cnnhelpers.nn.module import checked_module
from cnnhelpers.training.arguments import an_optimiser

SHARE = 16  # images that a thread should have at least
# Layers that treat each image as if it were alone in its batch.
APART = {
    nn.Sequential,
    nn.Residual,
    nn.Linear,
    nn.Flatten,
    nn.Identity,
    *(nn.Conv1d, nn.Conv2d, nn.Conv3d, nn.ConvTranspose2d),
    *(nn.MaxPool1d, nn.MaxPool2d, nn.MaxPool3d, nn.AdaptiveAvgPool2d),
    *(nn.AvgPool1d, nn.AvgPool2d, nn.AvgPool3d),
    *(nn.ReLU, nn.LeakyReLU, nn.GELU, nn.Sigmoid, nn.Tanh, nn.Softmax, nn.LogSoftmax),
    *(nn.LayerNorm, nn.GroupNorm, nn.InstanceNorm2d, nn.LocalResponseNorm),
}


def train_step(
    model: nn.Module, images: np.ndarray, labels: np.ndarray, optimiser: nn.Optimiser
) -> tuple[float, np.ndarray]:
    """Take one step on one batch; returns the loss and the logits from before it.

    Raises:
        TypeError: the model is none, or the optimiser.
        ValueError: the optimiser has parameters of another model only, so nothing would be learned.
    """
    checked_module(model, "train_step: model")
    an_optimiser(optimiser, "train_step").zero_grad()
    if workers.threads() > 1 and len(images) >= 2 * SHARE and images_apart(model):
        logits = _gradients_in_threads(model, images, labels)
        loss = float(cross_entropy(logits, labels))
    else:
        logits = model(images)
        loss = float(cross_entropy(logits, labels))
        model.backward_parameters(cross_entropy_backward(logits, labels))
    step_with(optimiser)
    return loss, logits


def step_with(optimiser: nn.Optimiser) -> None:
    """Let the optimiser take its step, if there are gradients.

    Raises:
        ValueError: there is none.
    """
    if all(parameter.grad is None for parameter in optimiser.parameters):
        raise ValueError(
            "train_step: none of the optimiser's parameters got a gradient; make it with this "
            "model's parameters."
        )
    optimiser.step()


def images_apart(model: nn.Module) -> bool:
    """Return whether each image goes through the network as if it were alone.

    Not so with batch statistics; dropout draws its numbers for the batch as a whole; and what a
    learner's functions or layers do, we cannot know.
    """
    return all(
        type(module) in APART and module.F is nn.Module.F and not along_batch(module)
        for module in model.modules()
    )


def along_batch(module: nn.Module) -> bool:
    """Return whether a layer may take its sum over the images of the batch.

    The last axis is another one; from -2 on it depends on how many there are.
    """
    if not isinstance(module, (nn.Softmax, nn.LogSoftmax)):
        return False
    dim: int = module.options[0]
    return dim == 0 or dim < -1


def _gradients_in_threads(model: nn.Module, images: np.ndarray, labels: np.ndarray) -> np.ndarray:
    """Add the gradients of the mean loss to the parameters; returns the logits.

    The mean over the batch is the mean over the shares, weighted by their sizes.
    """
    labels = np.asarray(labels)
    twins = [_twin(model) for _ in range(workers.threads() - 1)]

    def work(start: int, stop: int) -> tuple[nn.Module, np.ndarray]:
        mine = twins.pop() if start else model
        logits = mine(images[start:stop])
        weight = (stop - start) / len(images)
        grad = cross_entropy_backward(logits, labels[start:stop], grad_output=weight)
        mine.backward_parameters(grad)
        return mine, logits

    shares = workers.share(len(images), work)
    for twin, _ in shares[1:]:
        for parameter, other in zip(model.parameters(), twin.parameters()):
            if other.grad is not None:  # and so parameter.grad, made in this step
                parameter.grad += other.grad
    return np.concatenate([logits for _, logits in shares])


def _twin(model: nn.Module) -> nn.Module:
    """Return a copy that shares all arrays with the model, and so the parameters' numbers.

    What it remembers of its inputs, and its gradients, are its own.
    """
    arrays = [parameter.data for parameter in model.parameters()]
    for part in (*model.modules(), *model.parameters()):
        arrays += [value for value in vars(part).values() if isinstance(value, np.ndarray)]
    return copy.deepcopy(model, {id(array): array for array in arrays})
