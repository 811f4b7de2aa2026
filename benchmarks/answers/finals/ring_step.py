# %% wrong: no % for the chunk's number: Python's negative indices hide it at first, then with four or more workers an IndexError comes
def ring_step(held, step):
    n = len(held)
    out = held.copy()
    for worker in range(n):
        chunk = worker - step
        receiver = (worker + 1) % n
        if step < n - 1:
            out[receiver, chunk] += held[worker, chunk]
        else:
            out[receiver, chunk] = held[worker, chunk]
    return out
# %% wrong: the adding ends one step late, at n - 1 it still adds
def ring_step(held, step):
    n = held.shape[0]
    new = np.array(held)
    for worker in range(n):
        chunk = (worker - step) % n
        neighbour = (worker + 1) % n
        if step <= n - 1:
            new[neighbour, chunk] = held[neighbour, chunk] + held[worker, chunk]
        else:
            new[neighbour, chunk] = held[worker, chunk]
    return new
# %% wrong: worker w sends chunk w + s
def ring_step(held, step):
    n = len(held)
    w = np.arange(n)
    c = (w + step) % n
    arriving = held[w, c]
    result = held.copy()
    if step < n - 1:
        result[(w + 1) % n, c] += arriving
    else:
        result[(w + 1) % n, c] = arriving
    return result
# %% wrong: sends to the left neighbour
def ring_step(held, step):
    n = len(held)
    new = held.copy()
    for w in range(n):
        c = (w - step) % n
        left = (w - 1) % n
        new[left][c] = held[w][c] + (held[left][c] if step < n - 1 else 0)
    return new
# %% wrong: the sender's chunk is emptied
def ring_step(held, step):
    n = held.shape[0]
    new = held.copy()
    for w in range(n):
        new[w, (w - step) % n] = 0
    for w in range(n):
        c = (w - step) % n
        r = (w + 1) % n
        new[r, c] = held[w, c] + held[r, c] if step < n - 1 else held[w, c]
    return new
# %% right: a mask of what arrives, and np.roll
def ring_step(held, step):
    n = len(held)
    workers, chunks = np.indices((n, n))
    arrives = chunks == (workers - 1 - step) % n
    from_left = np.roll(held, 1, axis=0)
    return np.where(arrives, from_left + (held if step < n - 1 else 0), held)
