# %% wrong: np.pad(x, padding) pads all four axes, also batch and channels, so any padding above 0 raises ValueError in einsum (the channels no longer match the weight), or with one input channel returns too many images; right for padding 0
def conv2d_batch(x, weight, bias, stride=1, padding=0):
    x = np.pad(x, padding)
    windows = np.lib.stride_tricks.sliding_window_view(x, weight.shape[2:], axis=(2, 3))
    windows = windows[:, :, ::stride, ::stride]
    return np.einsum("nchwij,ocij->nohw", windows, weight) + bias[:, None, None]
# %% wrong: the array of sums is made once, before the loop over the images, and never set back to zero, so each image's output contains the outputs of all images before it; only the first image is right
def conv2d_batch(x, weight, bias, stride=1, padding=0):
    x = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    n, c_in, H, W = x.shape
    c_out, _, kh, kw = weight.shape
    h, w = (H - kh) // stride + 1, (W - kw) // stride + 1
    sums = np.zeros((c_out, h, w))
    results = []
    for image in x:
        for f in range(c_out):
            for i in range(h):
                for j in range(w):
                    r, c = i * stride, j * stride
                    sums[f, i, j] += np.sum(image[:, r:r + kh, c:c + kw] * weight[f])
        results.append(sums + bias[:, None, None])
    return np.stack(results)
# %% wrong: the stride is applied to the rows only; along the width the window moves one pixel at a time
def conv2d_batch(x, weight, bias, stride=1, padding=0):
    p = padding
    padded = np.zeros(x.shape[:2] + (x.shape[2] + 2 * p, x.shape[3] + 2 * p))
    padded[:, :, p:p + x.shape[2], p:p + x.shape[3]] = x
    view = np.lib.stride_tricks.sliding_window_view(padded, weight.shape[2:], axis=(2, 3))
    out = np.einsum("nchwij,ocij->nohw", view[:, :, ::stride], weight)
    return out + bias.reshape(1, -1, 1, 1)
# %% wrong: two mistakes: the padding is ignored, and the bias is left out
def conv2d_batch(x, weight, bias, stride=1, padding=0):
    C_out, _, K_H, K_W = weight.shape
    N, _, H, W = x.shape
    H_out = (H - K_H) // stride + 1
    W_out = (W - K_W) // stride + 1
    y = np.zeros((N, C_out, H_out, W_out))
    for row in range(H_out):
        for col in range(W_out):
            patch = x[:, :, row * stride:row * stride + K_H, col * stride:col * stride + K_W]
            y[:, :, row, col] = np.tensordot(patch, weight, axes=([1, 2, 3], [1, 2, 3]))
    return y
# %% right: patches as rows of a matrix, one matrix product
def conv2d_batch(x, weight, bias, stride=1, padding=0):
    side = (padding, padding)
    x = np.pad(x, [(0, 0), (0, 0), side, side])
    filters, _, kh, kw = weight.shape
    tops = range(0, x.shape[2] - kh + 1, stride)
    lefts = range(0, x.shape[3] - kw + 1, stride)
    columns = np.stack([x[:, :, t:t + kh, l:l + kw].reshape(len(x), -1)
                        for t in tops for l in lefts], axis=-1)
    y = weight.reshape(filters, -1) @ columns + bias.reshape(-1, 1)
    return y.reshape(len(x), filters, len(tops), len(lefts))
