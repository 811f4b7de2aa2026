"""Answers to the exercises of notebook 18 as learners write them, right and wrong."""

from __future__ import annotations

import itertools
import math

import numpy as np
from check_tools import Written

book = Written()
FEWEST = {
    "all_reduce": 8,
    "combine_gradients": 8,
    "ring_step": 8,
    "ring_bytes": 8,
    "speed_up": 8,
    "sampler_indices": 8,
    "warm_up": 8,
}

# all_reduce -------------------------------------------------------------------------------------


@book.right("all_reduce")
def _(held):
    return np.broadcast_to(np.sum(held, axis=0), np.shape(held))


@book.right("all_reduce")
def _(held):
    total = sum(np.asarray(one) for one in held)
    return [total for _ in held]


@book.right("all_reduce")
def _(held):
    return np.zeros(np.shape(held)) + np.sum(held, axis=0, keepdims=True)


@book.right("all_reduce")
def _(held):
    output = np.zeros(np.shape(held))
    for receiver in range(len(held)):
        for sender in range(len(held)):
            output[receiver] += held[sender]
    return output


@book.right("all_reduce")
def _(held):
    return np.einsum("ij,j...->i...", np.ones((len(held), len(held))), held)


@book.wrong("all_reduce", "glued")
def _(held):
    return np.concatenate([np.sum(held, axis=0, keepdims=held.ndim == 1) for _ in held])


@book.wrong("all_reduce", "mean-for-sum")
def _(held):
    return np.stack([np.mean(held, axis=0) for _ in held])


@book.wrong("all_reduce", "added-again")
def _(held):
    output = np.array(held)
    for worker in range(len(output)):
        total = np.zeros(output.shape[1:])
        for other in range(len(output)):
            total = total + output[other]
        output[worker] = total
    return output


@book.wrong("all_reduce", "one-worker-only")
def _(held):
    output = np.array(held, float)
    for worker in range(1, len(held)):
        output[0] += held[worker]
    return output


@book.wrong("all_reduce", "one-copy")
def _(held):
    total = np.zeros(np.shape(held)[1:])
    for one in held:
        total = total + one
    return total


@book.wrong("all_reduce", "own-twice")
def _(held):
    output = np.array(held, float)
    for worker in range(len(held)):
        for other in range(len(held)):
            output[worker] += held[other]
    return output


# combine_gradients ------------------------------------------------------------------------------


@book.right("combine_gradients")
def _(gradients, counts):
    return np.average(gradients, axis=0, weights=counts)


@book.right("combine_gradients")
def _(gradients, counts):
    total = 0
    for gradient, count in zip(gradients, counts):
        total = total + np.asarray(gradient) * count
    return total / sum(counts)


@book.right("combine_gradients")
def _(gradients, counts):
    gradients = np.asarray(gradients)
    weights = np.reshape(counts, (-1, *[1] * (gradients.ndim - 1)))
    return (weights * gradients).sum(axis=0) / np.sum(counts)


@book.right("combine_gradients")
def _(gradients, counts):
    return np.repeat(gradients, counts, axis=0).mean(axis=0)


@book.right("combine_gradients")
def _(gradients, counts):
    return np.einsum("n,n...->...", np.asarray(counts) / np.sum(counts), gradients)


@book.wrong("combine_gradients", "shares-equal")
def _(gradients, counts):
    total = np.zeros(np.shape(gradients)[1:])
    for gradient in gradients:
        total = total + gradient
    return total / len(gradients)


@book.wrong("combine_gradients", "divided-by-workers")
def _(gradients, counts):
    return np.einsum("n,n...->...", counts, gradients) / len(counts)


@book.wrong("combine_gradients", "not-divided")
def _(gradients, counts):
    return sum(count * gradient for count, gradient in zip(counts, gradients))


@book.wrong("combine_gradients", "sum-for-mean")
def _(gradients, counts):
    return sum(gradients)


# ring_step --------------------------------------------------------------------------------------


@book.right("ring_step")
def _(held, step):
    n = len(held)
    after = np.array(held, float)
    for receiver in range(n):
        left = (receiver - 1) % n
        chunk = (left - step) % n
        if step < n - 1:
            after[receiver, chunk] += held[left, chunk]
        else:
            after[receiver, chunk] = held[left, chunk]
    return after


@book.right("ring_step")
def _(held, step):
    """In place of a copy: a worker receives another chunk than it sends, so the order is free."""
    n, held = len(held), [list(row) for row in held]
    for sender in range(n):
        chunk = (sender - step) % n
        add = held[(sender + 1) % n][chunk] if step <= n - 2 else 0
        held[(sender + 1) % n][chunk] = held[sender][chunk] + add
    return held


@book.right("ring_step")
def _(held, step):
    n = len(held)
    senders = np.arange(n)
    receivers, chunks = (senders + 1) % n, (senders - step) % n
    after = np.array(held)
    if step < n - 1:
        after[receivers, chunks] += np.asarray(held)[senders, chunks]
    else:
        after[receivers, chunks] = np.asarray(held)[senders, chunks]
    return after


@book.right("ring_step")
def _(held, step):
    n = len(held)
    mail = [((w + 1) % n, (w - step) % n, held[w][(w - step) % n]) for w in range(n)]
    after = np.array(held)
    for receiver, chunk, number in mail:
        after[receiver][chunk] = number + after[receiver][chunk] * (step < n - 1)
    return after


@book.right("ring_step")
def _(held, step):
    held = np.asarray(held)
    n = len(held)
    sent = np.roll(np.eye(n)[:, ::1], -step, axis=1)
    arrived, here = np.roll(sent * held, 1, axis=0), np.roll(sent, 1, axis=0)
    return held + arrived if step < n - 1 else held * (1 - here) + arrived


@book.wrong("ring_step", "always-adds")
def _(held, step):
    n = len(held)
    after = np.array(held)
    for w in range(n):
        after[(w + 1) % n, (w - step) % n] += held[w, (w - step) % n]
    return after


@book.wrong("ring_step", "receivers-number")
def _(held, step):
    n = len(held)
    after = np.array(held)
    for w in range(n):
        chunk = (w - step) % n
        left = held[(w - 1) % n, chunk]
        after[w, chunk] = left + after[w, chunk] if step < n - 1 else left
    return after


@book.wrong("ring_step", "turn-at-wrong-step")
def _(held, step):
    n = len(held)
    after = np.array(held)
    for w in range(n):
        right, chunk = (w + 1) % n, (w - step) % n
        after[right, chunk] = held[w, chunk] + (held[right, chunk] if step < n else 0)
    return after


@book.wrong("ring_step", "wrong-way-round")
def _(held, step):
    n = len(held)
    after = np.array(held)
    for w in range(n):
        left, chunk = (w - 1) % n, (w - step) % n
        after[left, chunk] = held[w, chunk] + (held[left, chunk] if step < n - 1 else 0)
    return after


# ring_bytes -------------------------------------------------------------------------------------


@book.right("ring_bytes")
def _(numbers, workers, bytes_each=4):
    return sum(numbers * bytes_each / workers for _ in range(2 * workers - 2))


@book.right("ring_bytes")
def _(numbers, workers, bytes_each=4):
    return numbers * bytes_each * (2 - 2 / workers)


@book.right("ring_bytes")
def _(numbers, workers, bytes_each=4):
    return 2 * numbers * bytes_each * (workers - 1) / workers


@book.right("ring_bytes")
def _(numbers, workers, bytes_each=4):
    chunk = numbers / workers
    reduce_scatter = (workers - 1) * chunk
    all_gather = (workers - 1) * chunk
    return (reduce_scatter + all_gather) * bytes_each


@book.right("ring_bytes")
def _(numbers, workers, bytes_each=4):
    return 0 if workers == 1 else 2 * bytes_each * numbers / (workers / (workers - 1))


@book.wrong("ring_bytes", "half-the-way")
def _(numbers, workers, bytes_each=4):
    return (workers - 1) * numbers / workers * bytes_each


@book.wrong("ring_bytes", "numbers-for-bytes")
def _(numbers, workers, bytes_each=4):
    return 2 * (workers - 1) * numbers / workers


@book.wrong("ring_bytes", "all-workers-together")
def _(numbers, workers, bytes_each=4):
    return 2 * (workers - 1) * numbers * bytes_each


@book.wrong("ring_bytes", "bytes-fixed")
def _(numbers, workers, bytes_each=4):
    return 2 * (workers - 1) / workers * numbers * 4


# speed_up ---------------------------------------------------------------------------------------


def sent(numbers, workers):
    return 2 * (workers - 1) / workers * numbers * 4


@book.right("speed_up")
def _(workers, seconds, numbers, gigabits, overlap=False):
    sending = sent(numbers, workers) / (gigabits * 1e9 / 8)
    step = max(seconds, sending) if overlap else seconds + sending
    return workers * seconds / step


@book.right("speed_up")
def _(workers, seconds, numbers, gigabits, overlap=False):
    sending = sent(numbers, workers) * 8 / gigabits / 10**9
    alone, together = 1 / seconds, workers / (seconds + sending)
    if overlap:
        together = workers / max(seconds, sending)
    return together / alone


@book.right("speed_up")
def _(workers, seconds, numbers, gigabits, overlap=False):
    ratio = sent(numbers, workers) * 8 / (gigabits * 1e9) / seconds
    return min(workers, workers / ratio) if overlap and ratio else workers / (1 + ratio)


@book.right("speed_up")
def _(workers, seconds, numbers, gigabits, overlap=False):
    times = [seconds, sent(numbers, workers) / 125e6 / gigabits]
    return workers * seconds / (max if overlap else sum)(times)


@book.right("speed_up")
def _(workers, seconds, numbers, gigabits, overlap=False):
    bits = 64 * numbers - 64 * numbers / workers
    sending = bits / gigabits * 1e-9
    hidden = min(seconds, sending) if overlap else 0
    return workers / ((seconds + sending - hidden) / seconds)


@book.wrong("speed_up", "overlap-free")
def _(workers, seconds, numbers, gigabits, overlap=False):
    sending = 2 * (workers - 1) / workers * numbers * 32 / (gigabits * 1e9)
    return workers / (1 + (0 if overlap else sending / seconds))


@book.wrong("speed_up", "bytes-over-bits")
def _(workers, seconds, numbers, gigabits, overlap=False):
    sending = sent(numbers, workers) / (gigabits * 1e9)
    return workers * seconds / (max(seconds, sending) if overlap else seconds + sending)


@book.wrong("speed_up", "efficiency")
def _(workers, seconds, numbers, gigabits, overlap=False):
    sending = sent(numbers, workers) * 8 / (gigabits * 1e9)
    return seconds / (max(seconds, sending) if overlap else seconds + sending)


@book.wrong("speed_up", "batch-divided")
def _(workers, seconds, numbers, gigabits, overlap=False):
    sending, own = sent(numbers, workers) * 8 / (gigabits * 1e9), seconds / workers
    return seconds / (max(own, sending) if overlap else own + sending)


@book.wrong("speed_up", "overlap-ignored")
def _(workers, seconds, numbers, gigabits, overlap=False):
    sending = sent(numbers, workers) * 8 / (gigabits * 1e9)
    return workers * seconds / (seconds + sending)


@book.wrong("speed_up", "ring-forgotten")
def _(workers, seconds, numbers, gigabits, overlap=False):
    sending = numbers * 4 * 8 / (gigabits * 1e9)
    return workers * seconds / (max(seconds, sending) if overlap else seconds + sending)


# sampler_indices --------------------------------------------------------------------------------


@book.right("sampler_indices")
def _(total, workers, rank):
    examples = list(range(total))
    while len(examples) % workers:
        examples.append(examples[len(examples) - total])
    return examples[rank::workers]


@book.right("sampler_indices")
def _(total, workers, rank):
    size = -(-total // workers)
    return (np.arange(size) * workers + rank) % total


@book.right("sampler_indices")
def _(total, workers, rank):
    padded = np.resize(np.arange(total), math.ceil(total / workers) * workers)
    return padded.reshape(-1, workers)[:, rank]


@book.right("sampler_indices")
def _(total, workers, rank):
    mine = list(range(rank, total, workers))
    if len(mine) < math.ceil(total / workers):
        mine.append((rank + workers * len(mine)) % total)
    return mine


@book.right("sampler_indices")
def _(total, workers, rank):
    examples = itertools.cycle(range(total))
    rounds = [[next(examples) for _ in range(workers)] for _ in range(0, total, workers)]
    return tuple(one[rank] for one in rounds)


@book.wrong("sampler_indices", "filled-up-once")
def _(total, workers, rank):
    rounds = math.ceil(total / workers)
    examples = list(range(total))
    return (examples + examples[: rounds * workers - total])[rank::workers]


@book.wrong("sampler_indices", "not-filled-up")
def _(total, workers, rank):
    return list(range(total))[rank::workers]


@book.wrong("sampler_indices", "blocks")
def _(total, workers, rank):
    size = math.ceil(total / workers)
    return [number % total for number in range(rank * size, (rank + 1) * size)]


@book.wrong("sampler_indices", "blocks")
def _(total, workers, rank):
    return list(range(rank * total // workers, (rank + 1) * total // workers))


@book.wrong("sampler_indices", "blocks")
def _(total, workers, rank):
    size = -(-total // workers)
    return list(range(total))[rank * size : rank * size + size]


@book.wrong("sampler_indices", "rest-dropped")
def _(total, workers, rank):
    return [rank + workers * turn for turn in range(total // workers)]


@book.wrong("sampler_indices", "beyond-the-last")
def _(total, workers, rank):
    return [rank + workers * turn for turn in range(-(-total // workers))]


# warm_up ----------------------------------------------------------------------------------------


@book.right("warm_up")
def _(step, learning_rate, workers, warm_steps):
    if step >= warm_steps:
        return learning_rate * workers
    return learning_rate + (learning_rate * workers - learning_rate) * step / warm_steps


@book.right("warm_up")
def _(step, learning_rate, workers, warm_steps):
    return np.interp(step, [0, warm_steps], [learning_rate, workers * learning_rate])


@book.right("warm_up")
def _(step, learning_rate, workers, warm_steps):
    rate = learning_rate
    for _ in range(min(step, warm_steps)):
        rate += (workers - 1) * learning_rate / warm_steps
    return rate


@book.right("warm_up")
def _(step, learning_rate, workers, warm_steps):
    left = max(0, 1 - step / warm_steps)
    return left * learning_rate + (1 - left) * workers * learning_rate


@book.right("warm_up")
def _(step, learning_rate, workers, warm_steps):
    return float(np.linspace(1, workers, warm_steps + 1)[min(step, warm_steps)]) * learning_rate


@book.wrong("warm_up", "from-zero")
def _(step, learning_rate, workers, warm_steps):
    return learning_rate * workers * min(1, step / warm_steps)


@book.wrong("warm_up", "climbs-on")
def _(step, learning_rate, workers, warm_steps):
    return learning_rate + (workers - 1) * learning_rate * step / warm_steps


@book.wrong("warm_up", "no-warm-up")
def _(step, learning_rate, workers, warm_steps):
    return workers * learning_rate


@book.wrong("warm_up", "one-step-off")
def _(step, learning_rate, workers, warm_steps):
    if step + 1 >= warm_steps:
        return learning_rate * workers
    return learning_rate * (1 + (workers - 1) * (step + 1) / warm_steps)
