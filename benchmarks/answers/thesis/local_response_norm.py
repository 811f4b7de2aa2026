# %% wrong: alpha is not divided by size; shows for every size above 1
def local_response_norm(x, size, alpha=1e-4, beta=0.75, k=1.0):
    half = size // 2
    sq = np.pad(x ** 2, ((0, 0), (half, half), (0, 0), (0, 0)))
    C = x.shape[1]
    total = sum(sq[:, i:i + C] for i in range(size))
    return x / (k + alpha * total) ** beta
# %% wrong: at the first and last channels alpha is divided by the number of channels that exist, not by size
def local_response_norm(x, size, alpha=1e-4, beta=0.75, k=1.0):
    n_channels = x.shape[1]
    out = np.empty_like(x)
    for c in range(n_channels):
        lo = max(0, c - size // 2)
        hi = min(n_channels, c + size // 2 + 1)
        mean_square = (x[:, lo:hi] ** 2).mean(axis=1)
        out[:, c] = x[:, c] / (k + alpha * mean_square) ** beta
    return out
# %% wrong: the last channel of the window is missing (slice ends one early); shows from size 3 on, and for size 1 the sum is empty
def local_response_norm(x, size, alpha=1e-4, beta=0.75, k=1.0):
    half = size // 2
    answer = np.zeros_like(x)
    for c in range(x.shape[1]):
        first = max(c - half, 0)
        window = x[:, first:c + half]
        s = (window * window).sum(axis=1)
        answer[:, c] = x[:, c] / (k + alpha / size * s) ** beta
    return answer
# %% wrong: the answer is right, but it is written into x, so the argument changes
def local_response_norm(x, size, alpha=1e-4, beta=0.75, k=1.0):
    pad = size // 2
    squares = np.pad(np.square(x), [(0, 0), (pad, pad), (0, 0), (0, 0)])
    windows = np.lib.stride_tricks.sliding_window_view(squares, size, axis=1)
    x /= (k + alpha / size * windows.sum(axis=-1)) ** beta
    return x
# %% right: a band matrix over the channels, with einsum
def local_response_norm(x, size, alpha=1e-4, beta=0.75, k=1.0):
    number = np.arange(x.shape[1])
    near = (np.abs(number[:, None] - number) <= size // 2).astype(x.dtype)
    energy = np.einsum("dc,nchw->ndhw", near, x * x)
    return x * np.power(k + alpha * energy / size, -beta)
