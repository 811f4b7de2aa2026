# %% wrong: the stamps are written with = and not added, so that overlaps are lost; shows where the stride is smaller than the kernel
def transposed2d(x, kernel, stride=1):
    H, W = x.shape
    K_H, K_W = kernel.shape
    out = np.zeros(((H - 1) * stride + K_H, (W - 1) * stride + K_W))
    for r in range(H):
        for c in range(W):
            out[r * stride:r * stride + K_H, c * stride:c * stride + K_W] = x[r, c] * kernel
    return out
# %% wrong: the output's size is computed as H · stride + K − 1; with a stride above 1 there are rows and columns of zeros too many
def transposed2d(x, kernel, stride=1):
    (h, w), (kh, kw) = x.shape, kernel.shape
    canvas = np.zeros((h * stride + kh - 1, w * stride + kw - 1))
    for (i, j), value in np.ndenumerate(x):
        top, left = i * stride, j * stride
        canvas[top:top + kh, left:left + kw] += value * kernel
    return canvas
# %% wrong: the zeros between the pixels and the padding are right, but the kernel is not turned before it gathers; shows for every kernel that is not its own half turn
def transposed2d(x, kernel, stride=1):
    kh, kw = kernel.shape
    spread = np.zeros(((x.shape[0] - 1) * stride + 1, (x.shape[1] - 1) * stride + 1))
    spread[::stride, ::stride] = x
    padded = np.pad(spread, ((kh - 1, kh - 1), (kw - 1, kw - 1)))
    windows = np.lib.stride_tricks.sliding_window_view(padded, (kh, kw))
    return np.einsum("rcij,ij->rc", windows, kernel)
# %% wrong: two mistakes: the stride moves the stamps down only and not across (shows with a stride above 1), and the last column of x is never stamped
def transposed2d(x, kernel, stride=1):
    n_rows, n_cols = x.shape
    a, b = kernel.shape
    result = np.zeros(((n_rows - 1) * stride + a, (n_cols - 1) * stride + b))
    for i in range(n_rows):
        for j in range(n_cols - 1):
            result[i * stride:i * stride + a, j:j + b] += x[i, j] * kernel
    return result
# %% right: one loop over the kernel; each tap adds the whole of x at steps of the stride
def transposed2d(x, kernel, stride=1):
    span = [(size - 1) * stride + 1 for size in x.shape]
    image = np.zeros([s + k - 1 for s, k in zip(span, kernel.shape)])
    for (down, across), tap in np.ndenumerate(kernel):
        image[down:down + span[0]:stride, across:across + span[1]:stride] += tap * x
    return image
