# %% wrong: always adds, also in the second half where chunks should be replaced
def ring_step(held, step):
    n = len(held)
    new = held.copy()
    for w in range(n):
        c = (w - step) % n
        new[(w + 1) % n, c] += held[w, c]
    return new
# %% wrong: right numbers, but written into held itself: the argument is changed
def ring_step(held, step):
    n = len(held)
    sent = [held[w, (w - step) % n] for w in range(n)]
    for w in range(n):
        c = (w - step) % n
        if step < n - 1:
            held[(w + 1) % n, c] += sent[w]
        else:
            held[(w + 1) % n, c] = sent[w]
    return held
# %% wrong: second half begins one step late (step < n instead of n - 1)
def ring_step(held, step):
    n = len(held)
    out = held.copy()
    for w in range(n):
        c = (w - step) % n
        if step < n:
            out[(w + 1) % n, c] = held[(w + 1) % n, c] + held[w, c]
        else:
            out[(w + 1) % n, c] = held[w, c]
    return out
# %% wrong: second half begins one step early (n - 2)
def ring_step(held, step):
    n = held.shape[0]
    out = held.copy()
    w = np.arange(n)
    c = (w - step) % n
    to = (w + 1) % n
    out[to, c] = held[w, c] + (held[to, c] if step < n - 2 else 0)
    return out
# %% wrong: the receiver's chunk: adds chunk (to - step) of the sender
def ring_step(held, step):
    n = len(held)
    out = held.copy()
    for w in range(n):
        to = (w + 1) % n
        c = (to - step) % n
        if step < n - 1:
            out[to, c] += held[w, c]
        else:
            out[to, c] = held[w, c]
    return out
# %% wrong: sends to the left: worker (w - 1) mod n
def ring_step(held, step):
    n = len(held)
    out = held.copy()
    for w in range(n):
        c = (w - step) % n
        if step < n - 1:
            out[(w - 1) % n, c] += held[w, c]
        else:
            out[(w - 1) % n, c] = held[w, c]
    return out
# %% wrong: sender gives its chunk away: sets it to 0 after sending
def ring_step(held, step):
    n = len(held)
    out = held.copy()
    for w in range(n):
        c = (w - step) % n
        out[(w + 1) % n, c] = held[w, c] + (held[(w + 1) % n, c] if step < n - 1 else 0)
    for w in range(n):
        out[w, (w - step) % n] = 0
    return out
# %% wrong: second half counts its steps from 0 again: chunk (w - (step - n + 1)) mod n
def ring_step(held, step):
    n = len(held)
    out = held.copy()
    reduce = step < n - 1
    s = step if reduce else step - (n - 1)
    for w in range(n):
        c = (w - s) % n
        out[(w + 1) % n, c] = held[w, c] + (held[(w + 1) % n, c] if reduce else 0)
    return out
# %% right: loop over workers
def ring_step(held, step):
    n = len(held)
    out = held.copy()
    for w in range(n):
        to, c = (w + 1) % n, (w - step) % n
        if step < n - 1:
            out[to, c] = held[to, c] + held[w, c]
        else:
            out[to, c] = held[w, c]
    return out
# %% right: mask and roll
def ring_step(held, step):
    n = len(held)
    w = np.arange(n)
    sent = (w[:, None] - w - step) % n == 0
    mask = np.roll(sent, 1, axis=0)
    came = np.roll(held, 1, axis=0)
    return np.where(mask, came + (held if step < n - 1 else 0), held)
