# %% wrong: stamps are written with = instead of +=, so overlaps keep the last stamp only; shows when the stride is smaller than the kernel and stamps overlap
def transposed2d(x, kernel, stride=1):
    H, W = x.shape
    kh, kw = kernel.shape
    output = np.zeros(((H - 1) * stride + kh, (W - 1) * stride + kw))
    for r in range(H):
        for c in range(W):
            output[r * stride:r * stride + kh, c * stride:c * stride + kw] = x[r, c] * kernel
    return output
# %% wrong: the output is H * stride + K_H - 1 by W * stride + K_W - 1, too large by stride - 1 rows and columns of zeros; shows when stride > 1
def transposed2d(x, kernel, stride=1):
    h, w = x.shape
    kh, kw = kernel.shape
    out = np.zeros((h * stride + kh - 1, w * stride + kw - 1))
    for (r, c), v in np.ndenumerate(x):
        top, left = r * stride, c * stride
        out[top:top + kh, left:left + kw] += v * kernel
    return out
# %% wrong: the stride is left out across (left = column), so stamps stand too close and the right of the output stays 0; shows when stride > 1 and W > 1
def transposed2d(x, kernel, stride=1):
    K_H, K_W = kernel.shape
    big = np.zeros(((x.shape[0] - 1) * stride + K_H, (x.shape[1] - 1) * stride + K_W))
    for row in range(x.shape[0]):
        for column in range(x.shape[1]):
            top, left = row * stride, column
            big[top:top + K_H, left:left + K_W] += x[row, column] * kernel
    return big
# %% wrong: spreads the pixels, pads and cross-correlates without turning the kernel, so every stamp is turned by 180 degrees; shows unless the kernel is symmetric
def transposed2d(x, kernel, stride=1):
    h, w = x.shape
    kh, kw = kernel.shape
    spread = np.zeros(((h - 1) * stride + 1, (w - 1) * stride + 1))
    spread[::stride, ::stride] = x
    padded = np.pad(spread, ((kh - 1, kh - 1), (kw - 1, kw - 1)))
    windows = np.lib.stride_tricks.sliding_window_view(padded, kernel.shape)
    return (windows * kernel).sum(axis=(2, 3))
# %% right: one slice for each value of the kernel, not for each pixel
def transposed2d(x, kernel, stride=1):
    (h, w), (k_h, k_w) = x.shape, kernel.shape
    canvas = np.zeros(((h - 1) * stride + k_h, (w - 1) * stride + k_w))
    for i in range(k_h):
        for j in range(k_w):
            canvas[i:i + (h - 1) * stride + 1:stride, j:j + (w - 1) * stride + 1:stride] += kernel[i, j] * x
    return canvas
