"""Comparing an operation with PyTorch's: shape and dtype before values, forward and backward."""

import numpy as np
import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st


def skip(*arguments, **options):
    pytest.skip("compares with PyTorch, which is not installed")


class Skips:
    """In the place of a base class of PyTorch's."""

    __init__ = skip


class Missing:
    """In the place of PyTorch, where it is not installed: a test that calls it is skipped."""

    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        return Missing()

    __call__ = skip

    def __mro_entries__(self, bases):
        return (Skips,)


try:
    import torch
except ImportError:
    torch = Missing()
else:
    torch.set_num_threads(1)  # small arrays: threads would wait for each other most of the time

TOLERANCE = {"float64": 1e-10, "float32": 1e-4}
DTYPES = st.sampled_from(sorted(TOLERANCE))
SEEDS = st.integers(0, 2**32 - 1)


def configurations(count=200):
    """Settings of a test that draws ``count`` configurations, the same ones in every run."""
    return settings(
        max_examples=count,
        deadline=None,
        derandomize=True,
        database=None,
        suppress_health_check=list(HealthCheck),
    )


def assert_close(ours, theirs, what, tolerance=None):
    """Assert same shape, same dtype and same values, relative to the largest of them."""
    theirs = np.asarray(theirs.detach() if hasattr(theirs, "detach") else theirs)
    ours = np.asarray(ours)
    assert ours.shape == theirs.shape, f"{what}: shape {ours.shape}, PyTorch {theirs.shape}"
    assert ours.dtype == theirs.dtype, f"{what}: dtype {ours.dtype}, PyTorch {theirs.dtype}"
    tolerance = TOLERANCE[str(theirs.dtype)] if tolerance is None else tolerance
    scale = max(1.0, float(np.max(np.abs(theirs), initial=0, where=np.isfinite(theirs))))
    np.testing.assert_allclose(ours, theirs, rtol=0, atol=tolerance * scale, err_msg=what)


def assert_same(forward, backward, torch_forward, arrays, seed=0, unpack=False):
    """Assert that an operation and its gradients equal PyTorch's, and that no input changes.

    ``forward(*arrays)`` and ``torch_forward(*tensors)`` give the output;
    ``backward(grad_output, *arrays)`` the gradients of all arrays, in order (or of the only one).
    The upstream gradient is random.
    """
    before = [array.copy() for array in arrays]
    tensors = [torch.tensor(array, requires_grad=True) for array in arrays]
    theirs = torch_forward(*tensors)
    ours = forward(*arrays)
    assert_close(ours, theirs, "output")
    rng = np.random.default_rng(seed)
    upstream = rng.standard_normal(theirs.shape).astype(arrays[0].dtype)
    grads = backward(upstream.copy(), *arrays)
    grads = grads if isinstance(grads, tuple) else (grads,)
    expected = torch.autograd.grad(theirs, tensors, torch.tensor(upstream))
    assert len(grads) == len(expected)
    for number, (ours, theirs) in enumerate(zip(grads, expected)):
        assert_close(ours, theirs, f"gradient {number}")
    for array, copy in zip(arrays, before):
        np.testing.assert_array_equal(array, copy, err_msg="an input was changed")


def normal(seed, dtype, *shapes):
    """Return one array of normal numbers for each shape."""
    rng = np.random.default_rng(seed)
    return [rng.standard_normal(shape).astype(dtype) for shape in shapes]
