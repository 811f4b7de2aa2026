# %% wrong: shifts the channels with np.roll, so beyond the last channel come the first ones in place of zeros
def local_response_norm(x, size, alpha=1e-4, beta=0.75, k=1.0):
    half = size // 2
    total = sum(np.roll(x**2, shift, axis=1) for shift in range(-half, half + 1))
    return x / (k + alpha / size * total) ** beta
# %% wrong: at the first and last channels alpha is divided by the number of channels that are there in place of size (a mean of those inside)
def local_response_norm(x, size, alpha=1e-4, beta=0.75, k=1.0):
    out = np.empty(x.shape)
    for c in range(x.shape[1]):
        window = x[:, max(0, c - size // 2) : c + size // 2 + 1]
        out[:, c] = x[:, c] / (k + alpha * np.mean(window**2, axis=1)) ** beta
    return out
# %% wrong: divides in place, so the argument x is changed (and an integer x raises UFuncTypeError)
def local_response_norm(x, size, alpha=1e-4, beta=0.75, k=1.0):
    pad = size // 2
    squares = np.pad(x**2, ((0, 0), (pad, pad), (0, 0), (0, 0)))
    channels = x.shape[1]
    total = squares[:, :channels] * 1.0
    for shift in range(1, size):
        total += squares[:, shift : shift + channels]
    x /= (k + alpha / size * total) ** beta
    return x
# %% wrong: two mistakes: alpha is not divided by size, and the window ends one channel early (the last of the size // 2 channels above is left out)
def local_response_norm(x, size, alpha=1e-4, beta=0.75, k=1.0):
    half = size // 2
    result = np.zeros(x.shape)
    for c in range(x.shape[1]):
        total = (x[:, max(0, c - half) : c + half] ** 2).sum(axis=1)
        result[:, c] = x[:, c] / (k + alpha * total) ** beta
    return result
# %% right: sliding windows along the channels, squared and summed by einsum
def local_response_norm(x, size, alpha=1e-4, beta=0.75, k=1.0):
    margin = [(0, 0)] * x.ndim
    margin[1] = (size // 2, size // 2)
    windows = np.lib.stride_tricks.sliding_window_view(np.pad(x, margin), size, axis=1)
    return x * np.power(k + alpha * np.einsum("...s,...s->...", windows, windows) / size, -beta)
