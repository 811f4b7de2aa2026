# %% wrong: in the second half the steps count from 0 again, so the wrong chunk goes round
def ring_step(held, step):
    n = len(held)
    out = held.copy()
    if step < n - 1:
        for rank in range(n):
            chunk = (rank - step) % n
            out[(rank + 1) % n, chunk] = held[(rank + 1) % n, chunk] + held[rank, chunk]
    else:
        for rank in range(n):
            chunk = (rank - (step - (n - 1))) % n
            out[(rank + 1) % n, chunk] = held[rank, chunk]
    return out

# %% wrong: the first half is one step too long, in step n - 1 the receiver still adds
def ring_step(held, step):
    n = len(held)
    after = np.array(held)
    for sender in range(n):
        receiver, chunk = (sender + 1) % n, (sender - step) % n
        if step <= n - 1:
            after[receiver, chunk] += held[sender, chunk]
        else:
            after[receiver, chunk] = held[sender, chunk]
    return after

# %% wrong: the chunks go to the left neighbour, not to the right one
def ring_step(held, step):
    n = len(held)
    workers = np.arange(n)
    sent = np.zeros((n, n), dtype=bool)
    sent[workers, (workers - step) % n] = True
    arriving = np.roll(np.where(sent, held, 0), -1, axis=0)
    arrived = np.roll(sent, -1, axis=0)
    return np.where(arrived, arriving + (held if step < n - 1 else 0), held)

# %% right: index arrays of the receivers
def ring_step(held, step):
    n = len(held)
    receiver = np.arange(n)
    sender = receiver - 1
    chunk = np.mod(sender - step, n)
    after = held.copy()
    after[receiver, chunk] = held[sender, chunk] + (step < n - 1) * held[receiver, chunk]
    return after
