# %% wrong: the ReLU behind the sum is missing
def residual_block(x, weight1, weight2):
    def conv(a, w):
        v = np.lib.stride_tricks.sliding_window_view(np.pad(a, ((0, 0), (0, 0), (1, 1), (1, 1))), (3, 3), (2, 3))
        return np.einsum("nchwij,fcij->nfhw", v, w)

    return conv(np.maximum(conv(x, weight1), 0), weight2) + x
# %% wrong: the ReLU of F comes before the sum, and again behind: relu(relu(F) + x)
def residual_block(x, weight1, weight2):
    def conv3(a, w):
        n, c, h, wd = a.shape
        p = np.zeros((n, c, h + 2, wd + 2))
        p[:, :, 1:-1, 1:-1] = a
        y = np.zeros((n, len(w), h, wd))
        for u in range(3):
            for v in range(3):
                y += np.einsum("nchw,fc->nfhw", p[:, :, u:u + h, v:v + wd], w[:, :, u, v])
        return y

    relu = lambda a: np.where(a > 0, a, 0)
    f = relu(conv3(relu(conv3(x, weight1)), weight2))
    return relu(f + x)
# %% wrong: what is added is relu(x), not x itself
def residual_block(x, weight1, weight2):
    def conv(a, w):
        q = np.pad(a, [(0, 0), (0, 0), (1, 1), (1, 1)])
        h, k = a.shape[2:]
        return sum(np.tensordot(w[:, :, u, v], q[:, :, u:u + h, v:v + k], ([1], [1])).swapaxes(0, 1)
                   for u in range(3) for v in range(3))

    inner = np.clip(conv(x, weight1), 0, None)
    return np.clip(conv(inner, weight2) + np.clip(x, 0, None), 0, None)
# %% wrong: x is overwritten by the first convolution, so the shortcut adds the hidden maps
def residual_block(x, weight1, weight2):
    v = np.lib.stride_tricks.sliding_window_view(np.pad(x, ((0, 0), (0, 0), (1, 1), (1, 1))), (3, 3), axis=(2, 3))
    x = np.maximum(np.einsum("nchwij,fcij->nfhw", v, weight1), 0)
    v = np.lib.stride_tricks.sliding_window_view(np.pad(x, ((0, 0), (0, 0), (1, 1), (1, 1))), (3, 3), axis=(2, 3))
    y = np.einsum("nchwij,fcij->nfhw", v, weight2)
    return np.maximum(y + x, 0)
# %% wrong: no ReLU between the two convolutions
def residual_block(x, weight1, weight2):
    y = x
    for weight in (weight1, weight2):
        padded = np.pad(y, ((0, 0), (0, 0), (1, 1), (1, 1)))
        views = np.lib.stride_tricks.sliding_window_view(padded, (3, 3), axis=(2, 3))
        y = np.tensordot(views, weight, ([1, 4, 5], [1, 2, 3])).transpose(0, 3, 1, 2)
    return np.maximum(x + y, 0)
# %% right: convolution by FFT, image by image
def residual_block(x, weight1, weight2):
    def conv(a, w):
        h, k = a.shape[2:]
        size = (h + 2, k + 2)
        spectrum = np.fft.rfft2(a, size)[:, None] * np.fft.rfft2(w[:, :, ::-1, ::-1], size)[None]
        return np.fft.irfft2(spectrum.sum(axis=2), size)[:, :, 1:h + 1, 1:k + 1]

    relu = lambda a: (a + np.abs(a)) / 2
    return relu(conv(relu(conv(x, weight1)), weight2) + x)
