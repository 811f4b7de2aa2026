# %% wrong: two mistakes: alpha is not divided by size, and the window goes round from the last channel to the first
def local_response_norm(x, size, alpha=1e-4, beta=0.75, k=1.0):
    half = size // 2
    total = sum(np.roll(x ** 2, shift, axis=1) for shift in range(-half, half + 1))
    return x / (k + alpha * total) ** beta

# %% wrong: at the first and last channels alpha is divided by the number of channels that exist, not by size
def local_response_norm(x, size, alpha=1e-4, beta=0.75, k=1.0):
    channels, reach = x.shape[1], size // 2
    out = np.zeros(x.shape)
    for c in range(channels):
        window = x[:, max(0, c - reach):c + reach + 1]
        out[:, c] = x[:, c] / (k + alpha * np.mean(window ** 2, axis=1)) ** beta
    return out

# %% wrong: the window ends one channel too early, its last neighbour is not in the sum
def local_response_norm(x, size, alpha=1e-4, beta=0.75, k=1.0):
    half = size // 2
    squares = np.pad(x * x, ((0, 0), (half, half), (0, 0), (0, 0)))
    running = np.cumsum(squares, axis=1)
    running = np.concatenate([np.zeros_like(running[:, :1]), running], axis=1)
    channels = x.shape[1]
    total = running[:, size - 1:size - 1 + channels] - running[:, :channels]
    return x * (k + alpha / size * total) ** -beta

# %% right: a band matrix between channels
def local_response_norm(x, size, alpha=1e-4, beta=0.75, k=1.0):
    number = np.arange(x.shape[1])
    near = np.abs(number[:, None] - number) <= size // 2
    total = np.einsum("cd,ndhw->nchw", near.astype(float), np.square(x))
    return x / (k + (alpha / size) * total) ** beta
