# %% wrong: the receiver adds one step too long, replaces only from step n on; shows in step n − 1
def ring_step(held, step):
    n = len(held)
    new = held.copy()
    for w in range(n):
        c = (w - step) % n
        to = (w + 1) % n
        if step <= n - 1:
            new[to, c] = held[to, c] + held[w, c]
        else:
            new[to, c] = held[w, c]
    return new
# %% wrong: sends chunk (w + step) mod n; shows from step 1 on with three workers or more
def ring_step(held, step):
    workers = held.shape[0]
    result = np.array(held)
    for sender in range(workers):
        receiver = (sender + 1) % workers
        chunk = (sender + step) % workers
        if step < workers - 1:
            result[receiver, chunk] += held[sender, chunk]
        else:
            result[receiver, chunk] = held[sender, chunk]
    return result
# %% wrong: right numbers, but written into held, so the argument is changed
def ring_step(held, step):
    n = len(held)
    w = np.arange(n)
    r, c = (w + 1) % n, (w - step) % n
    sent = held[w, c]
    if step < n - 1:
        held[r, c] += sent
    else:
        held[r, c] = sent
    return held
# %% wrong: sends to the left neighbour, not to the right; shows with three workers or more
def ring_step(held, step):
    n = held.shape[0]
    after = held.copy()
    for rank in range(n):
        part = (rank - step) % n
        left = (rank - 1) % n
        if step < n - 1:
            after[left, part] = held[left, part] + held[rank, part]
        else:
            after[left, part] = held[rank, part]
    return after
# %% right: a mask of what arrives, and np.roll
def ring_step(held, step):
    n = len(held)
    worker, chunk = np.indices((n, n))
    arrives = chunk == (worker - 1 - step) % n
    from_left = np.roll(held, 1, axis=0)
    kept = held if step < n - 1 else np.zeros_like(held)
    return np.where(arrives, kept + from_left, held)
