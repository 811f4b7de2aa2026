# %% wrong: pads a whole-number array with minus infinity, which it cannot hold: OverflowError for integer x, with or without padding; right for floats
def max_pool2d(x, kernel_size, stride=None, padding=0):
    stride = stride or kernel_size
    p = (padding, padding)
    big = np.pad(x, ((0, 0), (0, 0), p, p), constant_values=-np.inf)
    win = np.lib.stride_tricks.sliding_window_view(big, (kernel_size, kernel_size), axis=(2, 3))
    return win[:, :, ::stride, ::stride].max(axis=(-2, -1))
# %% wrong: the largest value so far is set back once for each row of outputs, not for each window, so a large value is carried on to the right
def max_pool2d(x, kernel_size, stride=None, padding=0):
    if stride is None:
        stride = kernel_size
    k = kernel_size
    N, C, H, W = x.shape
    ho, wo = (H + 2 * padding - k) // stride + 1, (W + 2 * padding - k) // stride + 1
    out = np.zeros((N, C, ho, wo))
    for n in range(N):
        for c in range(C):
            for r in range(ho):
                best = -math.inf
                for q in range(wo):
                    for i in range(r * stride - padding, r * stride - padding + k):
                        for j in range(q * stride - padding, q * stride - padding + k):
                            if 0 <= i < H and 0 <= j < W and x[n, c, i, j] > best:
                                best = x[n, c, i, j]
                    out[n, c, r, q] = best
    return out
# %% wrong: the reshape trick of the example: ignores stride and padding, right only for windows side by side without padding
def max_pool2d(x, kernel_size, stride=None, padding=0):
    n, c, h, w = x.shape
    k = kernel_size
    cropped = x[:, :, :h // k * k, :w // k * k]
    return cropped.reshape(n, c, h // k, k, w // k, k).max(axis=(3, 5))
# %% wrong: two mistakes: without a stride it moves by 1 instead of kernel_size, and the padding is 0, which beats negative values
def max_pool2d(x, kernel_size, stride=None, padding=0):
    stride = 1 if stride is None else stride
    x = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    rows = range(0, x.shape[2] - kernel_size + 1, stride)
    cols = range(0, x.shape[3] - kernel_size + 1, stride)
    return np.stack([np.stack([x[:, :, r:r + kernel_size, c:c + kernel_size].max(axis=(2, 3))
                               for c in cols], axis=-1) for r in rows], axis=2)
# %% right: np.maximum over the shifted strided slices
def max_pool2d(x, kernel_size, stride=None, padding=0):
    s = kernel_size if stride is None else stride
    N, C, H, W = x.shape
    big = np.full((N, C, H + 2 * padding, W + 2 * padding), -np.inf)
    big[:, :, padding:padding + H, padding:padding + W] = x
    ho = (big.shape[2] - kernel_size) // s + 1
    wo = (big.shape[3] - kernel_size) // s + 1
    out = np.full((N, C, ho, wo), -np.inf)
    for i in range(kernel_size):
        for j in range(kernel_size):
            out = np.maximum(out, big[:, :, i:i + (ho - 1) * s + 1:s, j:j + (wo - 1) * s + 1:s])
    return out
