# %% wrong: the flag is read the wrong way round: True divides by the real pixels
def avg_pool2d(x, kernel_size, stride=None, padding=0, count_include_pad=True):
    s, k, p = stride or kernel_size, kernel_size, padding
    frame = ((0, 0), (0, 0), (p, p), (p, p))
    cut = lambda a: np.lib.stride_tricks.sliding_window_view(np.pad(a, frame), (k, k), axis=(2, 3))[:, :, ::s, ::s]
    sums, counts = cut(x).sum(axis=(4, 5)), cut(np.ones(x.shape)).sum(axis=(4, 5))
    return sums / counts if count_include_pad else sums / k ** 2
# %% wrong: count_include_pad is ignored, always divided by kernel_size squared
def avg_pool2d(x, kernel_size, stride=None, padding=0, count_include_pad=True):
    stride = kernel_size if stride is None else stride
    n, c, h, w = x.shape
    z = np.zeros((n, c, h + 2 * padding, w + 2 * padding))
    z[:, :, padding:padding + h, padding:padding + w] = x
    oh, ow = (z.shape[2] - kernel_size) // stride + 1, (z.shape[3] - kernel_size) // stride + 1
    out = np.zeros((n, c, oh, ow))
    for u in range(kernel_size):
        for v in range(kernel_size):
            out += z[:, :, u:u + stride * oh:stride, v:v + stride * ow:stride][:, :, :oh, :ow]
    return out / kernel_size ** 2
# %% wrong: zeros in the image are taken for padding: the real pixels are counted by z != 0
def avg_pool2d(x, kernel_size, stride=None, padding=0, count_include_pad=True):
    stride = stride if stride is not None else kernel_size
    z = np.pad(x, [(0, 0), (0, 0), (padding, padding), (padding, padding)])
    out = []
    for i in range(0, z.shape[2] - kernel_size + 1, stride):
        line = []
        for j in range(0, z.shape[3] - kernel_size + 1, stride):
            w = z[:, :, i:i + kernel_size, j:j + kernel_size]
            count = kernel_size ** 2 if count_include_pad else np.maximum((w != 0).sum(axis=(2, 3)), 1)
            line.append(w.sum(axis=(2, 3)) / count)
        out.append(line)
    return np.array(out).transpose(2, 3, 0, 1)
# %% wrong: divides by kernel_size and not by its square
def avg_pool2d(x, kernel_size, stride=None, padding=0, count_include_pad=True):
    st = kernel_size if stride is None else stride
    pads = [(0, 0)] * 2 + [(padding, padding)] * 2
    view = np.lib.stride_tricks.sliding_window_view(np.pad(x, pads), (kernel_size,) * 2, (2, 3))[:, :, ::st, ::st]
    real = np.lib.stride_tricks.sliding_window_view(np.pad(np.ones(x.shape), pads), (kernel_size,) * 2, (2, 3))[:, :, ::st, ::st]
    divisor = kernel_size if count_include_pad else real.sum((4, 5))
    return np.einsum("nchwij->nchw", view) / divisor
# %% right: cumulative sums (an integral image)
def avg_pool2d(x, kernel_size, stride=None, padding=0, count_include_pad=True):
    k, s, p = kernel_size, kernel_size if stride is None else stride, padding

    def boxes(a):
        z = np.pad(a, ((0, 0), (0, 0), (p + 1, p), (p + 1, p)))
        area = z.cumsum(axis=2).cumsum(axis=3)
        both = area[:, :, k:, k:] - area[:, :, :-k, k:] - area[:, :, k:, :-k] + area[:, :, :-k, :-k]
        return both[:, :, ::s, ::s]

    total = boxes(x.astype(float))
    return total / (k * k if count_include_pad else boxes(np.ones(x.shape)))
