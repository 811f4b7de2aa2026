# %% wrong: held itself is changed and returned; the values are right
def ring_step(held, step):
    n = len(held)
    sent = [held[w, (w - step) % n] for w in range(n)]
    for w in range(n):
        r, c = (w + 1) % n, (w - step) % n
        if step < n - 1:
            held[r, c] += sent[w]
        else:
            held[r, c] = sent[w]
    return held

# %% wrong: in step n - 1 the receiver still adds, it replaces one step too late; shows in step n - 1
def ring_step(held, step):
    n = held.shape[0]
    new = held.copy()
    for sender in range(n):
        receiver = (sender + 1) % n
        chunk = (sender - step) % n
        if step <= n - 1:
            new[receiver, chunk] += held[sender, chunk]
        else:
            new[receiver, chunk] = held[sender, chunk]
    return new

# %% wrong: worker w sends chunk (w + s) mod n instead of (w - s) mod n; shows with three or more workers, in steps where the two differ
def ring_step(held, step):
    n = len(held)
    out = np.array(held)
    w = np.arange(n)
    chunk = (w + step) % n
    right = (w + 1) % n
    if step < n - 1:
        out[right, chunk] = held[right, chunk] + held[w, chunk]
    else:
        out[right, chunk] = held[w, chunk]
    return out

# %% wrong: two mistakes: the sender's chunk is set to 0 when it is sent, and the receiver goes on adding from step n - 1 on
def ring_step(held, step):
    after = held.copy()
    n = len(after)
    for w in range(n):
        k = (w - step) % n
        after[w, k] -= held[w, k]              # passed on
        after[(w + 1) % n, k] += held[w, k]
    return after

# %% right: a mask of the chunks that arrive, and all rows moved down by one
def ring_step(held, step):
    n = len(held)
    worker, chunk = np.indices((n, n))
    arrives = (worker - 1 - step) % n == chunk
    from_left = held[np.arange(n) - 1]
    kept = held if step < n - 1 else np.zeros_like(held)
    return np.where(arrives, kept + from_left, held)
