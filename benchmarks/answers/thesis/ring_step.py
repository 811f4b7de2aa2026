# %% wrong: one step too many adds: step n - 1 adds in place of replacing
def ring_step(held, step):
    n = len(held)
    new = held.copy()
    for w in range(n):
        c = (w - step) % n
        to = (w + 1) % n
        if step <= n - 1:
            new[to, c] += held[w, c]
        else:
            new[to, c] = held[w, c]
    return new
# %% wrong: the answer is right, but it is written into held, so the argument changes
def ring_step(held, step):
    n = held.shape[0]
    senders = np.arange(n)
    chunks = (senders - step) % n
    receivers = (senders + 1) % n
    message = held[senders, chunks]
    if step < n - 1:
        held[receivers, chunks] += message
    else:
        held[receivers, chunks] = message
    return held
# %% wrong: sends to the left neighbour, w - 1, not to the right one; shows from three workers on
def ring_step(held, step):
    workers = len(held)
    after = np.array(held)
    for sender in range(workers):
        chunk = (sender - step) % workers
        receiver = (sender - 1) % workers
        value = held[sender][chunk]
        after[receiver][chunk] = after[receiver][chunk] + value if step < workers - 1 else value
    return after
# %% wrong: worker w sends chunk w + s, not w - s; shows from three workers on, in most steps
def ring_step(held, step):
    n = len(held)
    result = held.copy()
    for w in range(n):
        c = (w + step) % n
        if step < n - 1:
            result[(w + 1) % n, c] += held[w, c]
        else:
            result[(w + 1) % n, c] = held[w, c]
    return result
# %% right: rolled rows and a mask of what arrives
def ring_step(held, step):
    n = len(held)
    worker, chunk = np.indices((n, n))
    arrives = (worker - 1 - step - chunk) % n == 0
    from_left = np.roll(held, 1, axis=0)
    fresh = held + from_left if step < n - 1 else from_left
    return np.where(arrives, fresh, held)
