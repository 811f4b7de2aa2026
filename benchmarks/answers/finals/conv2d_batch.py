# %% wrong: np.pad with a single number lays zeros around the batch and channel axes, too; a ValueError or wrong shape with padding
def conv2d_batch(x, weight, bias, stride=1, padding=0):
    x = np.pad(x, padding)
    win = np.lib.stride_tricks.sliding_window_view(x, weight.shape[2:], axis=(2, 3))
    win = win[:, :, ::stride, ::stride]
    return np.einsum("nchwij,fcij->nfhw", win, weight) + bias.reshape(1, -1, 1, 1)
# %% wrong: the result of each image overwrites the one before: all images get the last one's maps
def conv2d_batch(x, weight, bias, stride=1, padding=0):
    p = padding
    f, c, kh, kw = weight.shape
    oh = (x.shape[2] + 2 * p - kh) // stride + 1
    ow = (x.shape[3] + 2 * p - kw) // stride + 1
    result = np.zeros((len(x), f, oh, ow))
    for image in np.pad(x, ((0, 0), (0, 0), (p, p), (p, p))):
        for i in range(oh):
            for j in range(ow):
                patch = image[:, i * stride:i * stride + kh, j * stride:j * stride + kw]
                result[:, :, i, j] = (patch * weight).sum(axis=(1, 2, 3)) + bias
    return result
# %% wrong: the padding is left out of the output's size, the last rows and columns are missing
def conv2d_batch(x, weight, bias, stride=1, padding=0):
    n, _, h, w = x.shape
    out_c, _, kh, kw = weight.shape
    xp = np.zeros((n, x.shape[1], h + 2 * padding, w + 2 * padding))
    xp[:, :, padding:padding + h, padding:padding + w] = x
    oh, ow = (h - kh) // stride + 1, (w - kw) // stride + 1
    y = np.empty((n, out_c, oh, ow))
    for i in range(oh):
        for j in range(ow):
            box = xp[:, :, i * stride:i * stride + kh, j * stride:j * stride + kw]
            y[:, :, i, j] = np.tensordot(box, weight, ([1, 2, 3], [1, 2, 3])) + bias
    return y
# %% wrong: the kernels are turned, scipy style
def conv2d_batch(x, weight, bias, stride=1, padding=0):
    w = weight[:, :, ::-1, ::-1]
    q = np.pad(x, ((0, 0), (0, 0), (padding,) * 2, (padding,) * 2))
    v = np.lib.stride_tricks.sliding_window_view(q, w.shape[2:], (2, 3))[:, :, ::stride, ::stride]
    return np.tensordot(v, w, axes=([1, 4, 5], [1, 2, 3])).transpose(0, 3, 1, 2) + bias[:, None, None]
# %% wrong: two mistakes: the bias is left out, and the stride is used for the rows only
def conv2d_batch(x, weight, bias, stride=1, padding=0):
    q = np.pad(x, [(0, 0), (0, 0), (padding, padding), (padding, padding)])
    v = np.lib.stride_tricks.sliding_window_view(q, weight.shape[2:], axis=(2, 3))
    return np.einsum("nchwij,fcij->nfhw", v[:, :, ::stride], weight)
# %% right: a loop over taps with strided slices
def conv2d_batch(x, weight, bias, stride=1, padding=0):
    N, _, H, W = x.shape
    F, _, KH, KW = weight.shape
    z = np.pad(x, [(0, 0), (0, 0), (padding, padding), (padding, padding)])
    oh, ow = (H + 2 * padding - KH) // stride + 1, (W + 2 * padding - KW) // stride + 1
    y = np.broadcast_to(np.reshape(bias, (1, F, 1, 1)), (N, F, oh, ow)).astype(float)
    for u in range(KH):
        for v in range(KW):
            seen = z[:, :, u:u + stride * (oh - 1) + 1:stride, v:v + stride * (ow - 1) + 1:stride]
            y = y + np.einsum("nchw,fc->nfhw", seen, weight[:, :, u, v])
    return y
# %% right: a generator of images, each by one tensordot
def conv2d_batch(x, weight, bias, stride=1, padding=0):
    kh, kw = weight.shape[2:]

    def maps(image):
        framed = np.pad(image, ((0, 0), (padding, padding), (padding, padding)))
        views = np.lib.stride_tricks.sliding_window_view(framed, (kh, kw), axis=(1, 2))[:, ::stride, ::stride]
        return np.tensordot(weight, views, axes=([1, 2, 3], [0, 3, 4])) + np.reshape(bias, (-1, 1, 1))

    return np.stack([maps(image) for image in x])
