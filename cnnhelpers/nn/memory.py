"""What forward keeps for backward: an entry for each call of a layer in one pass.

A pass is a call from outside with all the calls inside it: of a network, and so of its layers. A
layer that is called several times in a pass remembers each; backward, which meets the calls in the
opposite order, takes the last one first. The next pass starts anew.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any


class _Now(threading.local):
    """Of this thread: the pass that is under way, whether layers remember, and who takes notes."""

    current: object | None = None
    remembering: bool = True
    notes: Any = None  # of a trial: see nn/trial.py


now = _Now()


def without_memory(call: Callable[[], Any]) -> Any:
    """Return ``call()``, during which layers remember nothing: for outputs alone.

    That saves memory, and a backward pass afterwards belongs to the call from before.
    """
    before = now.remembering
    try:
        now.remembering = False
        return call()
    finally:
        now.remembering = before


class Memory:
    """What one layer remembers. Copies of it, as of a copied or pickled layer, start empty."""

    def __init__(self) -> None:
        self._pass: object | None = None
        self._entries: list[Any] = []
        self._used = 0  # by the backward pass that is under way, or was the last
        self._lost = False  # whether there are calls that no backward has used, from before

    def add(self, entry: Any) -> None:
        """Remember an entry of this call."""
        if not now.remembering:
            return
        current = now.current or object()  # forward without a call is a pass of its own
        if self._pass is not current:
            self._lost = bool(self._entries) and not self._used
            self._pass, self._entries, self._used = current, [], 0
        self._entries.append(entry)

    def take(self, layer: str) -> Any:
        """Return the entry of the last call that this backward pass has not met yet.

        Backward may be called again after the same forward: then the last call is next again.

        Raises:
            RuntimeError: there was no call, or it is forgotten.
        """
        if not self._entries:
            raise RuntimeError(
                f"{layer}.backward needs the input of a forward pass; call the layer first."
            )
        if self._used == len(self._entries):
            if self._lost:
                raise RuntimeError(
                    f"{layer}.backward was called once more than {layer} remembers: it was called "
                    "before its last call, too, and that input is forgotten. Call forward before "
                    "each backward; for a layer with two places in a network, put the network into "
                    "one Module, or use two layers."
                )
            self._used = 0
        self._used += 1
        return self._entries[-self._used]

    def __reduce__(self) -> tuple[type[Memory], tuple[()]]:
        return Memory, ()
