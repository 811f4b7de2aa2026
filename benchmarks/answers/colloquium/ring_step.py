# %% wrong: the wrong direction: worker w sends to its left neighbour (w - 1) mod n
def ring_step(held, step):
    n = len(held)
    new = held.copy()
    for w in range(n):
        c = (w - step) % n
        to = (w - 1) % n
        if step < n - 1:
            new[to, c] += held[w, c]
        else:
            new[to, c] = held[w, c]
    return new
# %% wrong: worker w sends chunk (w + step) mod n instead of (w - step) mod n
def ring_step(held, step):
    n = held.shape[0]
    result = np.array(held)
    for sender in range(n):
        chunk = (sender + step) % n
        receiver = (sender + 1) % n
        arriving = held[sender, chunk]
        result[receiver, chunk] = held[receiver, chunk] + arriving if step < n - 1 else arriving
    return result
# %% wrong: one adding step too many: in step n - 1 the receiver still adds instead of replacing
def ring_step(held, step):
    n = len(held)
    w = np.arange(n)
    chunk, right = (w - step) % n, (w + 1) % n
    after = held.copy()
    if step <= n - 1:
        after[right, chunk] += held[w, chunk]
    else:
        after[right, chunk] = held[w, chunk]
    return after
# %% wrong: the sender does not keep its chunk: it is set to 0 after sending
def ring_step(held, step):
    n = len(held)
    out = held.copy()
    for w in range(n):
        c = (w - step) % n
        if step < n - 1:
            out[(w + 1) % n, c] += held[w, c]
        else:
            out[(w + 1) % n, c] = held[w, c]
        out[w, c] = 0
    return out
# %% right: from the receiver's side, with a mask and np.roll
def ring_step(held, step):
    n = len(held)
    worker, chunk = np.indices((n, n))
    arrives = chunk == (worker - 1 - step) % n
    from_left = np.roll(held, 1, axis=0)
    return np.where(arrives, from_left + (held if step < n - 1 else 0), held)
