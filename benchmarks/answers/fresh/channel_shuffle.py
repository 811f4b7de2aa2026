# %% wrong: reshape to (C // g, g) first, the inverse shuffle
def channel_shuffle(x, groups):
    n, c, h, w = x.shape
    return x.reshape(n, c // groups, groups, h, w).transpose(0, 2, 1, 3, 4).reshape(n, c, h, w)
# %% wrong: no transpose between the two reshapes, nothing happens
def channel_shuffle(x, groups):
    n, c, h, w = x.shape
    y = x.reshape(n, groups, c // groups, h, w)
    return y.reshape(n, c, h, w)
# %% wrong: remembers the order for a number of channels, also when the groups change
_orders = {}
def channel_shuffle(x, groups):
    c = x.shape[1]
    if c not in _orders:
        _orders[c] = np.arange(c).reshape(groups, c // groups).T.flatten()
    return x[:, _orders[c]]
# %% wrong: two groups hard-coded
def channel_shuffle(x, groups):
    c = x.shape[1]
    first, second = x[:, :c // 2], x[:, c // 2:]
    out = np.empty_like(x)
    out[:, 0::2] = first
    out[:, 1::2] = second
    return out
# %% wrong: index (k % g) * g + k // g, uses groups for the group's size
def channel_shuffle(x: np.ndarray, groups: int) -> np.ndarray:
    channels = x.shape[1]
    order = [((k % groups) * groups + k // groups) % channels for k in range(channels)]
    return x[:, order]
# %% wrong: also transposes height and width (5-D .T-like transpose)
def channel_shuffle(x, groups):
    n, c, h, w = x.shape
    y = x.reshape(n, groups, c // groups, h, w)
    y = np.transpose(y, (0, 2, 1, 4, 3))
    return y.reshape(n, c, h, w)
# %% wrong: shuffles in place, the input is changed
def channel_shuffle(x, groups):
    size = x.shape[1] // groups
    old = x.copy()
    for g in range(groups):
        for k in range(size):
            x[:, k * groups + g] = old[:, g * size + k]
    return x
# %% wrong: deals in a snake, every second round runs through the groups backwards
def channel_shuffle(x, groups):
    size = x.shape[1] // groups
    order = []
    for k in range(size):
        row = [g * size + k for g in range(groups)]
        if k % 2:
            row.reverse()
        order.extend(row)
    return x[:, order]
# %% right: strided
def channel_shuffle(x, groups):
    out = np.zeros(x.shape, x.dtype)
    size = x.shape[1] // groups
    for g in range(groups):
        out[:, g::groups] = x[:, g * size:(g + 1) * size]
    return out
# %% right: order
def channel_shuffle(x, groups):
    c = x.shape[1]
    order = np.arange(c).reshape(groups, -1).T.ravel()
    return x[:, order, :, :]
