# %% wrong: overlapping stamps overwrite each other
def transposed2d(x, kernel, stride=1):
    kh, kw = kernel.shape
    out = np.zeros(((x.shape[0] - 1) * stride + kh, (x.shape[1] - 1) * stride + kw))
    for i, row in enumerate(x):
        for j, value in enumerate(row):
            out[i * stride:i * stride + kh, j * stride:j * stride + kw] = value * kernel
    return out
# %% wrong: zeros between the pixels and then a correlation: the kernel is not turned
def transposed2d(x, kernel, stride=1):
    kh, kw = kernel.shape
    h, w = x.shape
    apart = np.zeros(((h - 1) * stride + 1, (w - 1) * stride + 1))
    apart[::stride, ::stride] = x
    padded = np.pad(apart, ((kh - 1, kh - 1), (kw - 1, kw - 1)))
    view = np.lib.stride_tricks.sliding_window_view(padded, kernel.shape)
    return np.einsum("hwij,ij->hw", view, kernel)
# %% wrong: the output is as long as size * stride; stamps at the border do not fit, a ValueError
def transposed2d(x, kernel, stride=1):
    h, w = x.shape
    kh, kw = kernel.shape
    canvas = np.zeros((h * stride, w * stride))
    for i in range(h):
        for j in range(w):
            canvas[i * stride:i * stride + kh, j * stride:j * stride + kw] += x[i, j] * kernel
    return canvas
# %% wrong: stamps stand `stride` apart downwards only, across they are one apart
def transposed2d(x, kernel, stride=1):
    (h, w), (kh, kw) = x.shape, kernel.shape
    out = np.zeros(((h - 1) * stride + kh, (w - 1) * stride + kw))
    for (i, j), value in np.ndenumerate(x):
        out[i * stride:i * stride + kh, j:j + kw] += value * kernel
    return out
# %% wrong: collects in an array of x's type: whole numbers and a fractional kernel raise a UFuncTypeError
def transposed2d(x, kernel, stride=1):
    kh, kw = kernel.shape
    out = np.zeros(((x.shape[0] - 1) * stride + kh, (x.shape[1] - 1) * stride + kw), dtype=x.dtype)
    for i in range(x.shape[0]):
        for j in range(x.shape[1]):
            out[i * stride:i * stride + kh, j * stride:j * stride + kw] += x[i, j] * kernel
    return out
# %% right: a loop over the taps of the kernel
def transposed2d(x, kernel, stride=1):
    (h, w), (kh, kw) = x.shape, kernel.shape
    out = np.zeros(((h - 1) * stride + kh, (w - 1) * stride + kw))
    for u in range(kh):
        for v in range(kw):
            out[u:u + (h - 1) * stride + 1:stride, v:v + (w - 1) * stride + 1:stride] += kernel[u, v] * x
    return out
