# %% wrong: passes to the left neighbour, worker w - 1, instead of the right one
def ring_step(held, step):
    n = len(held)
    result = held.copy()
    for w in range(n):
        chunk, to = (w - step) % n, (w - 1) % n
        if step < n - 1:
            result[to, chunk] += held[w, chunk]
        else:
            result[to, chunk] = held[w, chunk]
    return result
# %% wrong: the chunk is (w - s) without the mod (IndexError when it falls below -n, in the last steps)
def ring_step(held, step):
    n = len(held)
    result = held.copy()
    for w in range(n):
        receiver, chunk = (w + 1) % n, w - step
        if step < n - 1:
            result[receiver, chunk] += held[w, chunk]
        else:
            result[receiver, chunk] = held[w, chunk]
    return result
# %% wrong: the receiver also adds from step n - 1 on, instead of replacing
def ring_step(held, step):
    n = len(held)
    result = held.copy()
    for w in range(n):
        chunk = (w - step) % n
        result[(w + 1) % n, chunk] += held[w, chunk]
    return result
# %% wrong: the sender gives its chunk away and keeps 0
def ring_step(held, step):
    n = len(held)
    result = held.copy()
    for w in range(n):
        chunk = (w - step) % n
        result[w, chunk] = 0
    for w in range(n):
        chunk, to = (w - step) % n, (w + 1) % n
        if step < n - 1:
            result[to, chunk] = held[to, chunk] + held[w, chunk]
        else:
            result[to, chunk] = held[w, chunk]
    return result
# %% wrong: step n - 1 still adds (<= instead of <)
def ring_step(held, step):
    n = len(held)
    new = held.copy()
    for w in range(n):
        c = (w - step) % n
        if step <= n - 1:
            new[(w + 1) % n, c] += held[w, c]
        else:
            new[(w + 1) % n, c] = held[w, c]
    return new
# %% wrong: in the second half the steps are counted from 0 again, which sends other chunks
def ring_step(held, step):
    n = len(held)
    new = held.copy()
    adding = step < n - 1
    if not adding:
        step = step - (n - 1)
    for w in range(n):
        c = (w - step) % n
        new[(w + 1) % n, c] = held[w, c] + (held[(w + 1) % n, c] if adding else 0)
    return new
# %% right: the receivers fetch, all at once
def ring_step(held, step):
    n = len(held)
    receivers = np.arange(n)
    senders = (receivers - 1) % n
    chunks = (senders - step) % n
    result = held.copy()
    arriving = held[senders, chunks]
    result[receivers, chunks] = arriving + held[receivers, chunks] if step < n - 1 else arriving
    return result
