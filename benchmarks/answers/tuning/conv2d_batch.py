# %% wrong: the bias is forgotten
def conv2d_batch(x, weight, bias, stride=1, padding=0):
    x = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    windows = np.lib.stride_tricks.sliding_window_view(x, weight.shape[2:], axis=(2, 3))
    return np.einsum("nchwij,fcij->nfhw", windows[:, :, ::stride, ::stride], weight)
# %% wrong: batch and channels are padded too, padding goes to all four axes
def conv2d_batch(x, weight, bias, stride=1, padding=0):
    x = np.pad(x, padding)
    windows = np.lib.stride_tricks.sliding_window_view(x, weight.shape[2:], axis=(2, 3))
    out = np.einsum("nchwij,fcij->nfhw", windows[:, :, ::stride, ::stride], weight)
    return out + np.reshape(bias, (-1, 1, 1))
# %% wrong: the stride is ignored
def conv2d_batch(x, weight, bias, stride=1, padding=0):
    x = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    windows = np.lib.stride_tricks.sliding_window_view(x, weight.shape[2:], axis=(2, 3))
    return np.einsum("nchwij,fcij->nfhw", windows, weight) + np.reshape(bias, (-1, 1, 1))
# %% wrong: the padding is ignored
def conv2d_batch(x, weight, bias, stride=1, padding=0):
    windows = np.lib.stride_tricks.sliding_window_view(x, weight.shape[2:], axis=(2, 3))
    out = np.einsum("nchwij,fcij->nfhw", windows[:, :, ::stride, ::stride], weight)
    return out + np.reshape(bias, (-1, 1, 1))
# %% wrong: the stride is applied to the rows only
def conv2d_batch(x, weight, bias, stride=1, padding=0):
    x = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    windows = np.lib.stride_tricks.sliding_window_view(x, weight.shape[2:], axis=(2, 3))
    out = np.einsum("nchwij,fcij->nfhw", windows[:, :, ::stride], weight)
    return out + np.reshape(bias, (-1, 1, 1))
# %% wrong: only the first image of the batch is computed, the others stay 0
def conv2d_batch(x, weight, bias, stride=1, padding=0):
    x = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    f, _, kh, kw = weight.shape
    h, w = (x.shape[2] - kh) // stride + 1, (x.shape[3] - kw) // stride + 1
    out = np.zeros((len(x), f, h, w))
    for k in range(f):
        for i in range(h):
            for j in range(w):
                top, left = i * stride, j * stride
                out[0, k, i, j] = np.sum(x[0, :, top : top + kh, left : left + kw] * weight[k]) + bias[k]
    return out
# %% wrong: the sum also runs over the batch, all images get the same answer
def conv2d_batch(x, weight, bias, stride=1, padding=0):
    x = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    f, _, kh, kw = weight.shape
    h, w = (x.shape[2] - kh) // stride + 1, (x.shape[3] - kw) // stride + 1
    out = np.zeros((len(x), f, h, w))
    for n in range(len(x)):
        for k in range(f):
            for i in range(h):
                for j in range(w):
                    top, left = i * stride, j * stride
                    window = x[:, :, top : top + kh, left : left + kw]
                    out[n, k, i, j] = np.sum(window * weight[k]) + bias[k]
    return out
# %% wrong: kernels turned by 180 degrees
def conv2d_batch(x, weight, bias, stride=1, padding=0):
    x = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    windows = np.lib.stride_tricks.sliding_window_view(x, weight.shape[2:], axis=(2, 3))
    turned = weight[:, :, ::-1, ::-1]
    out = np.einsum("nchwij,fcij->nfhw", windows[:, :, ::stride, ::stride], turned)
    return out + np.reshape(bias, (-1, 1, 1))
# %% wrong: the filters come before the batch in the result, axes N and C_out swapped
def conv2d_batch(x, weight, bias, stride=1, padding=0):
    x = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    windows = np.lib.stride_tricks.sliding_window_view(x, weight.shape[2:], axis=(2, 3))
    out = np.einsum("nchwij,fcij->fnhw", windows[:, :, ::stride, ::stride], weight)
    return out + np.reshape(bias, (-1, 1, 1, 1))
# %% wrong: the output size is computed before padding, windows at the end are missing
def conv2d_batch(x, weight, bias, stride=1, padding=0):
    f, _, kh, kw = weight.shape
    h = max(0, (x.shape[2] - kh) // stride + 1)
    w = max(0, (x.shape[3] - kw) // stride + 1)
    x = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    out = np.zeros((len(x), f, h, w))
    for n in range(len(x)):
        for k in range(f):
            for i in range(h):
                for j in range(w):
                    top, left = i * stride, j * stride
                    window = x[n, :, top : top + kh, left : left + kw]
                    out[n, k, i, j] = np.sum(window * weight[k]) + bias[k]
    return out
# %% wrong: + bias without a reshape, it is broadcast along the width
def conv2d_batch(x, weight, bias, stride=1, padding=0):
    x = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    windows = np.lib.stride_tricks.sliding_window_view(x, weight.shape[2:], axis=(2, 3))
    return np.einsum("nchwij,fcij->nfhw", windows[:, :, ::stride, ::stride], weight) + bias
# %% wrong: padding before stride in the parameter list
def conv2d_batch(x, weight, bias, padding=0, stride=1):
    x = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    windows = np.lib.stride_tricks.sliding_window_view(x, weight.shape[2:], axis=(2, 3))
    out = np.einsum("nchwij,fcij->nfhw", windows[:, :, ::stride, ::stride], weight)
    return out + np.reshape(bias, (-1, 1, 1))
# %% wrong: the kernel's height is used for the width as well
def conv2d_batch(x, weight, bias, stride=1, padding=0):
    x = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    k = weight.shape[2]
    windows = np.lib.stride_tricks.sliding_window_view(x, (k, k), axis=(2, 3))
    out = np.einsum("nchwij,fcij->nfhw", windows[:, :, ::stride, ::stride], weight)
    return out + np.reshape(bias, (-1, 1, 1))
# %% wrong: two mistakes: no bias, and the stride is ignored
def conv2d_batch(x, weight, bias, stride=1, padding=0):
    x = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    windows = np.lib.stride_tricks.sliding_window_view(x, weight.shape[2:], axis=(2, 3))
    return np.einsum("nchwij,fcij->nfhw", windows, weight)
# %% wrong: works for a batch of one only, x[0] is read and the others are dropped from the result
def conv2d_batch(x, weight, bias, stride=1, padding=0):
    image = np.pad(x[0], ((0, 0), (padding, padding), (padding, padding)))
    windows = np.lib.stride_tricks.sliding_window_view(image, weight.shape[2:], axis=(1, 2))
    out = np.einsum("chwij,fcij->fhw", windows[:, ::stride, ::stride], weight)
    return (out + np.reshape(bias, (-1, 1, 1)))[None]
# %% wrong: computed in half precision (float16)
def conv2d_batch(x, weight, bias, stride=1, padding=0):
    x = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding))).astype(np.float16)
    windows = np.lib.stride_tricks.sliding_window_view(x, weight.shape[2:], axis=(2, 3))
    out = np.einsum("nchwij,fcij->nfhw", windows[:, :, ::stride, ::stride], weight.astype(np.float16))
    return out + np.reshape(bias, (-1, 1, 1))
# %% right: windows and einsum
def conv2d_batch(x, weight, bias, stride=1, padding=0):
    x = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    windows = np.lib.stride_tricks.sliding_window_view(x, weight.shape[2:], axis=(2, 3))
    out = np.einsum("nchwij,fcij->nfhw", windows[:, :, ::stride, ::stride], weight)
    return out + np.reshape(bias, (-1, 1, 1))
# %% right: loops over images, filters and places
def conv2d_batch(x, weight, bias, stride=1, padding=0):
    x = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    f, _, kh, kw = weight.shape
    h, w = (x.shape[2] - kh) // stride + 1, (x.shape[3] - kw) // stride + 1
    out = np.zeros((len(x), f, h, w))
    for n, k, i, j in np.ndindex(out.shape):
        top, left = i * stride, j * stride
        out[n, k, i, j] = np.sum(x[n, :, top : top + kh, left : left + kw] * weight[k]) + bias[k]
    return out
# %% right: im2col
def conv2d_batch(x, weight, bias, stride=1, padding=0):
    x = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    f, _, kh, kw = weight.shape
    h, w = (x.shape[2] - kh) // stride + 1, (x.shape[3] - kw) // stride + 1
    flat = weight.reshape(f, -1)
    out = []
    for image in x:
        columns = [image[:, i * stride : i * stride + kh, j * stride : j * stride + kw].ravel()
                   for i in range(h) for j in range(w)]
        out.append((flat @ np.array(columns).T + np.reshape(bias, (-1, 1))).reshape(f, h, w))
    return np.stack(out)
