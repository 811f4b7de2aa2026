# %% wrong: the receivers always add, also from step n - 1 on, where the whole sums should replace
def ring_step(held, step):
    n = len(held)
    new = held.copy()
    for w in range(n):
        c = (w - step) % n
        new[(w + 1) % n, c] += held[w, c]
    return new
# %% wrong: the change from adding to replacing comes one step too late: step n - 1 still adds (step <= n - 1)
def ring_step(held, step):
    workers = len(held)
    after = np.array(held)
    for sender in range(workers):
        chunk, receiver = (sender - step) % workers, (sender + 1) % workers
        if step <= workers - 1:
            after[receiver, chunk] = held[receiver, chunk] + held[sender, chunk]
        else:
            after[receiver, chunk] = held[sender, chunk]
    return after
# %% wrong: two mistakes: it sends to the left neighbour, (w - 1) mod n, and the sender's own chunk is set to 0 after sending
def ring_step(held, step):
    n = held.shape[0]
    out = held.astype(float)
    for w in range(n):
        c = (w - step) % n
        if step < n - 1:
            out[(w - 1) % n, c] += held[w, c]
        else:
            out[(w - 1) % n, c] = held[w, c]
        out[w, c] = 0
    return out
# %% wrong: the receiver is w + 1 without mod n: IndexError at the last worker
def ring_step(held, step):
    n = len(held)
    new = held.copy()
    for w in range(n):
        c = (w - step) % n
        new[w + 1, c] = held[w, c] + (held[w + 1, c] if step < n - 1 else 0)
    return new
# %% right: from the receivers' side, index arrays
def ring_step(held, step):
    n = len(held)
    receivers = np.arange(n)
    senders = (receivers - 1) % n
    chunks = (senders - step) % n
    arrived = held[senders, chunks]
    after = np.array(held)
    after[receivers, chunks] = arrived + (held[receivers, chunks] if step < n - 1 else 0)
    return after
