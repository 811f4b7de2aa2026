# %% wrong: the receiver is worker w + 1 without mod n, so the last worker's message raises an IndexError
def ring_step(held, step):
    n = len(held)
    new = held.copy()
    for w in range(n):
        chunk = (w - step) % n
        if step < n - 1:
            new[w + 1, chunk] += held[w, chunk]
        else:
            new[w + 1, chunk] = held[w, chunk]
    return new
# %% wrong: from step n - 1 on the steps are counted from 0 again, so worker w hands on chunk w - (step - (n - 1)), which is not the whole sum
def ring_step(held, step):
    n = held.shape[0]
    out = np.array(held)
    adding = step < n - 1
    s = step if adding else step - (n - 1)
    for sender in range(n):
        receiver, chunk = (sender + 1) % n, (sender - s) % n
        if adding:
            out[receiver, chunk] = held[receiver, chunk] + held[sender, chunk]
        else:
            out[receiver, chunk] = held[sender, chunk]
    return out
# %% wrong: the chunk is counted from the receiver, (w + 1 - step) mod n, instead of from the sender, (w - step) mod n
def ring_step(held, step):
    n, after = len(held), held.copy()
    for w in range(n):
        to = (w + 1) % n
        c = (to - step) % n
        after[to, c] = held[w, c] + (held[to, c] if step < n - 1 else 0)
    return after
# %% wrong: two mistakes: the argument held is changed in place, and step n - 1 still adds (<= instead of <)
def ring_step(held, step):
    n = len(held)
    sent = [held[w, (w - step) % n] for w in range(n)]
    for w, value in enumerate(sent):
        where = (w + 1) % n, (w - step) % n
        if step <= n - 1:
            held[where] += value
        else:
            held[where] = value
    return held
# %% right: all workers at once: the array turned by one, and a mask of what arrives
def ring_step(held, step):
    n = len(held)
    worker, chunk = np.indices((n, n))
    arrives = (worker - 1 - step - chunk) % n == 0
    from_left = np.roll(held, 1, axis=0)
    own = held * (step < n - 1)
    return np.where(arrives, own + from_left, held)
