# %% wrong: the receiver is worker w + 1 without mod n, so for the last worker it raises IndexError
def ring_step(held, step):
    n = len(held)
    after = held.copy()
    for w in range(n):
        chunk = (w - step) % n
        if step < n - 1:
            after[w + 1, chunk] += held[w, chunk]
        else:
            after[w + 1, chunk] = held[w, chunk]
    return after
# %% wrong: the receiver always adds, also from step n - 1 on, where it has to replace; right in steps 0 to n - 2
def ring_step(held, step):
    n = held.shape[0]
    workers = np.arange(n)
    chunks = (workers - step) % n
    new = np.array(held)
    new[(workers + 1) % n, chunks] += held[workers, chunks]
    return new
# %% wrong: a chunk that is passed on is set to 0 at its sender, but senders keep theirs
def ring_step(held, step):
    n = len(held)
    result = held.copy()
    for sender in range(n):
        receiver, c = (sender + 1) % n, (sender - step) % n
        arriving = held[sender, c]
        result[receiver, c] = held[receiver, c] + arriving if step < n - 1 else arriving
        result[sender, c] = 0
    return result
# %% wrong: two mistakes: held itself is changed, and step n - 1 still adds (step < n), where replacing begins
def ring_step(held, step):
    n = len(held)
    sent = [held[w, (w - step) % n] for w in range(n)]
    for w, value in enumerate(sent):
        if step < n:
            held[(w + 1) % n, (w - step) % n] += value
        else:
            held[(w + 1) % n, (w - step) % n] = value
    return held
# %% right: mask of what arrives, by np.roll
def ring_step(held, step):
    n = len(held)
    worker, chunk = np.indices((n, n))
    arrives = chunk == (worker - 1 - step) % n
    from_left = np.roll(held, 1, axis=0)
    adding = held if step < n - 1 else np.zeros_like(held)
    return np.where(arrives, from_left + adding, held)
