# %% wrong: in step s worker w sends chunk (w + s) mod n instead of (w - s) mod n
def ring_step(held, step):
    n = len(held)
    new = held.copy()
    for w in range(n):
        to, chunk = (w + 1) % n, (w + step) % n
        if step < n - 1:
            new[to, chunk] += held[w, chunk]
        else:
            new[to, chunk] = held[w, chunk]
    return new
# %% wrong: step n - 1 still adds instead of replacing (<= in place of <)
def ring_step(held, step):
    n = held.shape[0]
    result = np.array(held)
    for sender in range(n):
        receiver = (sender + 1) % n
        c = (sender - step) % n
        if step <= n - 1:
            result[receiver, c] = held[receiver, c] + held[sender, c]
        else:
            result[receiver, c] = held[sender, c]
    return result
# %% wrong: the sender gives its chunk away: it holds 0 there afterwards instead of keeping it
def ring_step(held, step):
    n = len(held)
    after = held.copy()
    for w in range(n):
        chunk = (w - step) % n
        right = (w + 1) % n
        if step < n - 1:
            after[right, chunk] = held[right, chunk] + held[w, chunk]
        else:
            after[right, chunk] = held[w, chunk]
        after[w, chunk] = 0
    return after
# %% wrong: it sends to the left neighbour, (w - 1) mod n, instead of the right one
def ring_step(held, step):
    n = len(held)
    w = np.arange(n)
    chunk, receiver = (w - step) % n, (w - 1) % n
    new = held.copy()
    if step < n - 1:
        new[receiver, chunk] += held[w, chunk]
    else:
        new[receiver, chunk] = held[w, chunk]
    return new
# %% right: rolled rows and a mask
def ring_step(held, step):
    n = len(held)
    arriving = np.roll(held, 1, axis=0)
    row, col = np.indices((n, n))
    mask = (row - 1 - step - col) % n == 0
    own = held if step < n - 1 else np.zeros_like(held)
    return np.where(mask, own + arriving, held)
