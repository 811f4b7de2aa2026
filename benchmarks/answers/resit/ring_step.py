# %% wrong: adding goes on for one step too long: step < n instead of step < n - 1
def ring_step(held, step):
    n = len(held)
    after = held.copy()
    for w in range(n):
        chunk, receiver = (w - step) % n, (w + 1) % n
        if step < n:
            after[receiver, chunk] += held[w, chunk]
        else:
            after[receiver, chunk] = held[w, chunk]
    return after
# %% wrong: the chunk is numbered from the receiver, (receiver - step) mod n, instead of from the sender
def ring_step(held, step):
    n = held.shape[0]
    result = np.array(held)
    for receiver in range(n):
        sender = (receiver - 1) % n
        chunk = (receiver - step) % n
        arrived = held[sender, chunk]
        result[receiver, chunk] = result[receiver, chunk] + arrived if step < n - 1 else arrived
    return result
# %% wrong: the numbers are right, but new = held is no copy: held itself is changed
def ring_step(held, step):
    n = len(held)
    new = held
    for worker in range(n):
        chunk = (worker - step) % n
        neighbour = (worker + 1) % n
        if step < n - 1:
            new[neighbour, chunk] += held[worker, chunk]
        else:
            new[neighbour, chunk] = held[worker, chunk]
    return new
# %% wrong: the sender's chunk is set to 0 after sending instead of being kept
def ring_step(held, step):
    n = len(held)
    after = held.copy()
    for w in range(n):
        c = (w - step) % n
        after[w, c] = 0
    for w in range(n):
        c = (w - step) % n
        right = (w + 1) % n
        after[right, c] = held[w, c] + (held[right, c] if step < n - 1 else 0)
    return after
# %% right: all workers at once, by index arrays
def ring_step(held, step):
    workers = np.arange(len(held))
    chunks = (workers - step) % len(held)
    receivers = np.roll(workers, -1)
    own = held[receivers, chunks] * int(step + 1 < len(held))
    after = np.array(held)
    after[receivers, chunks] = own + held[workers, chunks]
    return after
