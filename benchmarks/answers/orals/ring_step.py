# %% wrong: the receiver still adds in step n − 1 (step <= n − 1), where it should already replace
def ring_step(held, step):
    n = len(held)
    new = held.copy()
    for w in range(n):
        chunk, receiver = (w - step) % n, (w + 1) % n
        if step <= n - 1:
            new[receiver, chunk] += held[w, chunk]
        else:
            new[receiver, chunk] = held[w, chunk]
    return new
# %% wrong: the chunks are written into the argument held, which is changed and returned
def ring_step(held, step):
    n = held.shape[0]
    arriving = [held[w, (w - step) % n] for w in range(n)]
    for w, value in enumerate(arriving):
        if step < n - 1:
            held[(w + 1) % n, (w - step) % n] += value
        else:
            held[(w + 1) % n, (w - step) % n] = value
    return held
# %% wrong: from step n − 1 on the steps are counted from 0 again, so worker w sends chunk (w − (s − n + 1)) mod n in place of (w − s) mod n
def ring_step(held, step):
    workers = len(held)
    after = np.array(held)
    adding = step < workers - 1
    turn = step if adding else step - (workers - 1)
    for sender in range(workers):
        receiver = (sender + 1) % workers
        chunk = (sender - turn) % workers
        own = held[receiver, chunk] if adding else 0
        after[receiver, chunk] = own + held[sender, chunk]
    return after
# %% wrong: two mistakes: worker w sends chunk (w + s) mod n in place of (w − s) mod n, and to its left neighbour (w − 1) mod n in place of the right one
def ring_step(held, step):
    n = len(held)
    w = np.arange(n)
    to, chunk = (w - 1) % n, (w + step) % n
    out = held.copy()
    if step < n - 1:
        out[to, chunk] += held[w, chunk]
    else:
        out[to, chunk] = held[w, chunk]
    return out
# %% right: masks: a diagonal of an identity, turned, says who receives which chunk
def ring_step(held, step):
    n = len(held)
    arrives = np.roll(np.eye(n, dtype=bool), -step - 1, axis=1)  # row w + 1, column w - step
    from_left = np.roll(held, 1, axis=0)
    return np.where(arrives, from_left + (held if step < n - 1 else 0), held)
