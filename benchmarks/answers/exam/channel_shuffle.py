# %% wrong: (i * step) % C, the classic formula has C - 1, so channels are doubled and others lost
def channel_shuffle(x, groups):
    c = x.shape[1]
    step = c // groups
    out = np.zeros_like(x)
    for i in range(c):
        out[:, i] = x[:, (i * step) % c]
    return out

# %% wrong: shuffled the way back, every groups-th channel is collected
def channel_shuffle(x, groups):
    return np.concatenate([x[:, g::groups] for g in range(groups)], axis=1)

# %% wrong: reshaped to groups and back without exchanging the axes, nothing moves
def channel_shuffle(x, groups):
    n, c, h, w = x.shape
    return x.reshape(n, groups, c // groups, h, w).reshape(n, c, h, w)

# %% wrong: two groups are written in, 0 3 1 4 2 5 for any number
def channel_shuffle(x, groups):
    half = x.shape[1] // 2
    out = x.copy()
    out[:, 0::2] = x[:, :half]
    out[:, 1::2] = x[:, half:]
    return out

# %% wrong: dealt from the last group to the first
def channel_shuffle(x, groups):
    step = x.shape[1] // groups
    order = [g * step + k for k in range(step) for g in reversed(range(groups))]
    return x[:, order]

# %% wrong: writes the shuffled channels into the caller's array
def channel_shuffle(x, groups):
    n, c, h, w = x.shape
    x[:] = x.reshape(n, groups, c // groups, h, w).swapaxes(1, 2).reshape(n, c, h, w).copy()
    return x

# %% right: list of channel numbers
def channel_shuffle(x, groups):
    return x[:, np.arange(x.shape[1]).reshape(groups, -1).T.ravel()]
