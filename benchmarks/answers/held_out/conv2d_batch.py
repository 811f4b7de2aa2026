# %% wrong: no bias
def conv2d_batch(x, weight, bias, stride=1, padding=0):
    N, C, H, W = x.shape
    F, _, KH, KW = weight.shape
    xp = np.zeros((N, C, H + 2 * padding, W + 2 * padding))
    xp[:, :, padding : padding + H, padding : padding + W] = x
    OH, OW = (H + 2 * padding - KH) // stride + 1, (W + 2 * padding - KW) // stride + 1
    out = np.zeros((N, F, OH, OW))
    for i in range(OH):
        for j in range(OW):
            patch = xp[:, :, i * stride : i * stride + KH, j * stride : j * stride + KW]
            out[:, :, i, j] = np.tensordot(patch, weight, axes=([1, 2, 3], [1, 2, 3]))
    return out
# %% wrong: zeros before the image only, the size counts the padding once
def conv2d_batch(x, weight, bias, stride=1, padding=0):
    N, C, H, W = x.shape
    F, _, KH, KW = weight.shape
    xp = np.pad(x, ((0, 0), (0, 0), (padding, 0), (padding, 0)))
    OH, OW = (H + padding - KH) // stride + 1, (W + padding - KW) // stride + 1
    out = np.zeros((N, F, OH, OW))
    for i in range(OH):
        for j in range(OW):
            patch = xp[:, :, i * stride : i * stride + KH, j * stride : j * stride + KW]
            out[:, :, i, j] = np.tensordot(patch, weight, axes=([1, 2, 3], [1, 2, 3])) + bias
    return out
# %% wrong: windows start at i and j, not at i * stride and j * stride
def conv2d_batch(x, weight, bias, stride=1, padding=0):
    N, C, H, W = x.shape
    F, _, KH, KW = weight.shape
    xp = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    OH, OW = (H + 2 * padding - KH) // stride + 1, (W + 2 * padding - KW) // stride + 1
    out = np.zeros((N, F, OH, OW))
    for i in range(OH):
        for j in range(OW):
            patch = xp[:, :, i : i + KH, j : j + KW]
            out[:, :, i, j] = np.tensordot(patch, weight, axes=([1, 2, 3], [1, 2, 3])) + bias
    return out
# %% wrong: width of the output computed from the height, square images only
def conv2d_batch(x, weight, bias, stride=1, padding=0):
    N, C, H, W = x.shape
    F, _, KH, KW = weight.shape
    xp = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    OH = (H + 2 * padding - KH) // stride + 1
    OW = (H + 2 * padding - KW) // stride + 1
    out = np.zeros((N, F, OH, OW))
    for n, f, i, j in np.ndindex(out.shape):
        patch = xp[n, :, i * stride : i * stride + KH, j * stride : j * stride + KW]
        out[n, f, i, j] = np.sum(patch * weight[f]) + bias[f]
    return out
# %% wrong: the number of windows is rounded up, windows over the end are filled with zeros
def conv2d_batch(x, weight, bias, stride=1, padding=0):
    N, C, H, W = x.shape
    F, _, KH, KW = weight.shape
    xp = np.pad(x, ((0, 0), (0, 0), (padding, padding + stride), (padding, padding + stride)))
    OH = math.ceil((H + 2 * padding - KH) / stride) + 1
    OW = math.ceil((W + 2 * padding - KW) / stride) + 1
    out = np.zeros((N, F, OH, OW))
    for n, f, i, j in np.ndindex(out.shape):
        patch = xp[n, :, i * stride : i * stride + KH, j * stride : j * stride + KW]
        out[n, f, i, j] = np.sum(patch * weight[f]) + bias[f]
    return out
# %% wrong: the channels are not added, only channel 0 is read
def conv2d_batch(x, weight, bias, stride=1, padding=0):
    xp = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    view = np.lib.stride_tricks.sliding_window_view(xp[:, 0], weight.shape[2:], axis=(1, 2))
    view = view[:, ::stride, ::stride]
    return np.einsum("nhwij,fij->nfhw", view, weight[:, 0]) + np.asarray(bias)[:, None, None]
# %% wrong: the batch is summed away, "chw" from all images; the result has no batch axis
def conv2d_batch(x, weight, bias, stride=1, padding=0):
    xp = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    view = np.lib.stride_tricks.sliding_window_view(xp, weight.shape[2:], axis=(2, 3))
    view = view[:, :, ::stride, ::stride]
    return np.einsum("nchwij,fcij->fhw", view, weight) + np.asarray(bias)[:, None, None]
# %% wrong: the kernels' axes are exchanged in the einsum, "fcji"
def conv2d_batch(x, weight, bias, stride=1, padding=0):
    xp = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    view = np.lib.stride_tricks.sliding_window_view(xp, weight.shape[2:], axis=(2, 3))
    view = view[:, :, ::stride, ::stride]
    return np.einsum("nchwij,fcji->nfhw", view, weight) + np.asarray(bias)[:, None, None]
# %% wrong: the stride is applied to the columns only
def conv2d_batch(x, weight, bias, stride=1, padding=0):
    xp = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    view = np.lib.stride_tricks.sliding_window_view(xp, weight.shape[2:], axis=(2, 3))
    view = view[:, :, :, ::stride]
    return np.einsum("nchwij,fcij->nfhw", view, weight) + np.asarray(bias)[:, None, None]
# %% wrong: the padding's value is 1 instead of 0
def conv2d_batch(x, weight, bias, stride=1, padding=0):
    sides = ((0, 0), (0, 0), (padding, padding), (padding, padding))
    xp = np.pad(x, sides, constant_values=1)
    view = np.lib.stride_tricks.sliding_window_view(xp, weight.shape[2:], axis=(2, 3))
    view = view[:, :, ::stride, ::stride]
    return np.einsum("nchwij,fcij->nfhw", view, weight) + np.asarray(bias)[:, None, None]
# %% wrong: the bias is added in each turn of the loop over the channels
def conv2d_batch(x, weight, bias, stride=1, padding=0):
    xp = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    view = np.lib.stride_tricks.sliding_window_view(xp, weight.shape[2:], axis=(2, 3))
    view = view[:, :, ::stride, ::stride]
    total = 0
    for c in range(x.shape[1]):
        total = total + np.einsum("nhwij,fij->nfhw", view[:, c], weight[:, c])
        total = total + np.asarray(bias)[:, None, None]
    return total
# %% wrong: every image gets the answer of image 0 (the loop's n is not used for x)
def conv2d_batch(x, weight, bias, stride=1, padding=0):
    xp = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    KH, KW = weight.shape[2:]
    OH, OW = (xp.shape[2] - KH) // stride + 1, (xp.shape[3] - KW) // stride + 1
    out = np.zeros((len(x), len(weight), OH, OW))
    for n, f, i, j in np.ndindex(out.shape):
        patch = xp[0, :, i * stride : i * stride + KH, j * stride : j * stride + KW]
        out[n, f, i, j] = np.sum(patch * weight[f]) + bias[f]
    return out
# %% wrong: the bias is added to the caller's weights in place before the products
def conv2d_batch(x, weight, bias, stride=1, padding=0):
    xp = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    weight[:] = weight + np.reshape(bias, (-1, 1, 1, 1))
    view = np.lib.stride_tricks.sliding_window_view(xp, weight.shape[2:], axis=(2, 3))
    return np.einsum("nchwij,fcij->nfhw", view[:, :, ::stride, ::stride], weight)
# %% wrong: TypeError, the size is divided with / and used as a shape
def conv2d_batch(x, weight, bias, stride=1, padding=0):
    xp = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    KH, KW = weight.shape[2:]
    out = np.zeros((len(x), len(weight), (xp.shape[2] - KH) / stride + 1, (xp.shape[3] - KW) / stride + 1))
    for n, f, i, j in np.ndindex(out.shape):
        patch = xp[n, :, i * stride : i * stride + KH, j * stride : j * stride + KW]
        out[n, f, i, j] = np.sum(patch * weight[f]) + bias[f]
    return out
# %% wrong: two mistakes: the padding is ignored, and kernels are turned by 180 degrees
def conv2d_batch(x, weight, bias, stride=1, padding=0):
    view = np.lib.stride_tricks.sliding_window_view(x, weight.shape[2:], axis=(2, 3))
    view = view[:, :, ::stride, ::stride]
    turned = np.flip(weight, axis=(2, 3))
    return np.einsum("nchwij,fcij->nfhw", view, turned) + np.asarray(bias)[:, None, None]
# %% wrong: for n in range(...) overwrites n, the kernel's width, in the loop over the images
def conv2d_batch(x, weight, bias, stride=1, padding=0):
    xp = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    f, _, m, n = weight.shape
    h, w = (xp.shape[2] - m) // stride + 1, (xp.shape[3] - n) // stride + 1
    out = np.zeros((len(x), f, h, w))
    for n in range(len(x)):
        for k in range(f):
            for i in range(h):
                for j in range(w):
                    patch = xp[n, :, i * stride : i * stride + m, j * stride : j * stride + n]
                    out[n, k, i, j] = np.sum(patch * weight[k]) + bias[k]
    return out
# %% right: tensordot for each place
def conv2d_batch(x, weight, bias, stride=1, padding=0):
    N, C, H, W = x.shape
    F, _, KH, KW = weight.shape
    xp = np.zeros((N, C, H + 2 * padding, W + 2 * padding))
    xp[:, :, padding : padding + H, padding : padding + W] = x
    OH, OW = (H + 2 * padding - KH) // stride + 1, (W + 2 * padding - KW) // stride + 1
    out = np.zeros((N, F, OH, OW))
    for i in range(OH):
        for j in range(OW):
            patch = xp[:, :, i * stride : i * stride + KH, j * stride : j * stride + KW]
            out[:, :, i, j] = np.tensordot(patch, weight, axes=([1, 2, 3], [1, 2, 3])) + bias
    return out
# %% right: recursion over the batch, loops for one image
def conv2d_batch(x, weight, bias, stride=1, padding=0):
    if len(x) > 1:
        return np.concatenate([conv2d_batch(x[:1], weight, bias, stride, padding),
                               conv2d_batch(x[1:], weight, bias, stride, padding)])
    image = np.pad(x[0], ((0, 0), (padding, padding), (padding, padding)))
    KH, KW = weight.shape[2:]
    maps = [[[np.vdot(image[:, t : t + KH, s : s + KW], w) + b
              for s in range(0, image.shape[2] - KW + 1, stride)]
             for t in range(0, image.shape[1] - KH + 1, stride)]
            for w, b in zip(weight, bias)]
    return np.array([maps])
# %% right: one tap at a time with strided slices
def conv2d_batch(x, weight, bias, stride=1, padding=0):
    xp = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    F, C, KH, KW = weight.shape
    OH, OW = (xp.shape[2] - KH) // stride + 1, (xp.shape[3] - KW) // stride + 1
    out = np.zeros((len(x), F, OH, OW)) + np.reshape(bias, (1, F, 1, 1))
    for a in range(KH):
        for b in range(KW):
            part = xp[:, :, a :: stride, b :: stride][:, :, :OH, :OW]
            out += np.einsum("nchw,fc->nfhw", part, weight[:, :, a, b])
    return out
