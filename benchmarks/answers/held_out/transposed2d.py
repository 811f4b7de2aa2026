# %% wrong: overlaps keep the last stamp only (assignment, not addition)
def transposed2d(x, kernel, stride=1):
    m, n = kernel.shape
    canvas = np.zeros((stride * (x.shape[0] - 1) + m, stride * (x.shape[1] - 1) + n))
    for (r, c), value in np.ndenumerate(x):
        for a in range(m):
            for b in range(n):
                canvas[r * stride + a, c * stride + b] = value * kernel[a, b]
    return canvas
# %% wrong: np.maximum instead of addition, overlaps keep the larger value and negative stamps are lost
def transposed2d(x, kernel, stride=1):
    m, n = kernel.shape
    canvas = np.zeros((stride * (x.shape[0] - 1) + m, stride * (x.shape[1] - 1) + n))
    for (r, c), value in np.ndenumerate(x):
        part = canvas[r * stride : r * stride + m, c * stride : c * stride + n]
        np.maximum(part, value * kernel, out=part)
    return canvas
# %% wrong: stride applied to the rows only, columns lie next to each other
def transposed2d(x, kernel, stride=1):
    m, n = kernel.shape
    canvas = np.zeros((stride * (x.shape[0] - 1) + m, stride * (x.shape[1] - 1) + n))
    for (r, c), value in np.ndenumerate(x):
        canvas[r * stride : r * stride + m, c : c + n] += value * kernel
    return canvas
# %% wrong: size H * stride + K_H, one stride of zeros too many at the end
def transposed2d(x, kernel, stride=1):
    m, n = kernel.shape
    canvas = np.zeros((stride * x.shape[0] + m, stride * x.shape[1] + n))
    for (r, c), value in np.ndenumerate(x):
        canvas[r * stride : r * stride + m, c * stride : c * stride + n] += value * kernel
    return canvas
# %% wrong: kernel turned by 180 degrees: the spread pixels are correlated instead of convolved
def transposed2d(x, kernel, stride=1):
    m, n = kernel.shape
    spread = np.zeros((stride * (x.shape[0] - 1) + 1, stride * (x.shape[1] - 1) + 1))
    spread[::stride, ::stride] = x
    big = np.pad(spread, ((m - 1,), (n - 1,)))
    view = np.lib.stride_tricks.sliding_window_view(big, (m, n))
    return np.tensordot(view, kernel, 2)
# %% wrong: pixels are repeated (nearest neighbour) instead of spread with zeros between
def transposed2d(x, kernel, stride=1):
    m, n = kernel.shape
    wide = np.kron(x, np.ones((stride, stride)))
    big = np.pad(wide, ((m - 1,), (n - 1,)))
    view = np.lib.stride_tricks.sliding_window_view(big, (m, n))
    out = np.tensordot(view, kernel[::-1, ::-1], 2)
    return out[: stride * (x.shape[0] - 1) + m, : stride * (x.shape[1] - 1) + n]
# %% wrong: cropped to the spread input's size, as with "same" padding
def transposed2d(x, kernel, stride=1):
    m, n = kernel.shape
    h, w = stride * (x.shape[0] - 1) + 1, stride * (x.shape[1] - 1) + 1
    canvas = np.zeros((h + m - 1, w + n - 1))
    for (r, c), value in np.ndenumerate(x):
        canvas[r * stride : r * stride + m, c * stride : c * stride + n] += value * kernel
    return canvas[(m - 1) // 2 : (m - 1) // 2 + h, (n - 1) // 2 : (n - 1) // 2 + w]
# %% wrong: image and kernel are exchanged in the loop bounds: the image is stamped stride apart at every tap
def transposed2d(x, kernel, stride=1):
    h, w = x.shape
    m, n = kernel.shape
    canvas = np.zeros((stride * (m - 1) + h, stride * (n - 1) + w))
    for (a, b), tap in np.ndenumerate(kernel):
        canvas[a * stride : a * stride + h, b * stride : b * stride + w] += tap * x
    return canvas
# %% wrong: the output's height is used as its width (ValueError unless square)
def transposed2d(x, kernel, stride=1):
    m, n = kernel.shape
    side = stride * (x.shape[0] - 1) + m
    canvas = np.zeros((side, side))
    for (r, c), value in np.ndenumerate(x):
        canvas[r * stride : r * stride + m, c * stride : c * stride + n] += value * kernel
    return canvas
# %% wrong: the pixel's value is added to the kernel instead of multiplied
def transposed2d(x, kernel, stride=1):
    m, n = kernel.shape
    canvas = np.zeros((stride * (x.shape[0] - 1) + m, stride * (x.shape[1] - 1) + n))
    for (r, c), value in np.ndenumerate(x):
        canvas[r * stride : r * stride + m, c * stride : c * stride + n] += value + kernel
    return canvas
# %% wrong: the last row and column of pixels are not stamped (range to H - 1, W - 1)
def transposed2d(x, kernel, stride=1):
    m, n = kernel.shape
    h, w = x.shape
    canvas = np.zeros((stride * (h - 1) + m, stride * (w - 1) + n))
    for r in range(h - 1):
        for c in range(w - 1):
            canvas[r * stride : r * stride + m, c * stride : c * stride + n] += x[r, c] * kernel
    return canvas
# %% wrong: the kernel is scaled in place, the caller's kernel changes and the stamps grow
def transposed2d(x, kernel, stride=1):
    m, n = kernel.shape
    canvas = np.zeros((stride * (x.shape[0] - 1) + m, stride * (x.shape[1] - 1) + n))
    for (r, c), value in np.ndenumerate(x):
        kernel[:] = kernel * value
        canvas[r * stride : r * stride + m, c * stride : c * stride + n] += kernel
    return canvas
# %% wrong: np.empty, stamps are added to whatever was in memory
def transposed2d(x, kernel, stride=1):
    m, n = kernel.shape
    canvas = np.empty((stride * (x.shape[0] - 1) + m, stride * (x.shape[1] - 1) + n))
    for (r, c), value in np.ndenumerate(x):
        canvas[r * stride : r * stride + m, c * stride : c * stride + n] += value * kernel
    return canvas
# %% wrong: IndexError, the canvas is only as large as the image
def transposed2d(x, kernel, stride=1):
    canvas = np.zeros(x.shape)
    for (r, c), value in np.ndenumerate(x):
        for (a, b), tap in np.ndenumerate(kernel):
            canvas[r * stride + a, c * stride + b] += value * tap
    return canvas
# %% wrong: two mistakes: stride ignored for the stamps, and the overlaps overwritten
def transposed2d(x, kernel, stride=1):
    m, n = kernel.shape
    canvas = np.zeros((stride * (x.shape[0] - 1) + m, stride * (x.shape[1] - 1) + n))
    for (r, c), value in np.ndenumerate(x):
        canvas[r : r + m, c : c + n] = value * kernel
    return canvas
# %% wrong: computed in half precision (float16)
def transposed2d(x, kernel, stride=1):
    m, n = kernel.shape
    canvas = np.zeros((stride * (x.shape[0] - 1) + m, stride * (x.shape[1] - 1) + n), dtype=np.float16)
    for (r, c), value in np.ndenumerate(x):
        canvas[r * stride : r * stride + m, c * stride : c * stride + n] += (value * kernel).astype(np.float16)
    return canvas
# %% right: ndenumerate stamps
def transposed2d(x, kernel, stride=1):
    m, n = kernel.shape
    canvas = np.zeros((stride * (x.shape[0] - 1) + m, stride * (x.shape[1] - 1) + n))
    for (r, c), value in np.ndenumerate(x):
        canvas[r * stride : r * stride + m, c * stride : c * stride + n] += value * kernel
    return canvas
# %% right: matrices that place rows and columns
def transposed2d(x, kernel, stride=1):
    h, w = x.shape
    m, n = kernel.shape
    result = np.zeros((stride * (h - 1) + m, stride * (w - 1) + n))
    for a in range(m):
        for b in range(n):
            down = np.zeros((result.shape[0], h))
            down[a + stride * np.arange(h), np.arange(h)] = 1
            across = np.zeros((w, result.shape[1]))
            across[np.arange(w), b + stride * np.arange(w)] = 1
            result += kernel[a, b] * (down @ x @ across)
    return result
# %% right: np.add.at
def transposed2d(x, kernel, stride=1):
    h, w = x.shape
    m, n = kernel.shape
    rows = stride * np.arange(h)[:, None, None, None] + np.arange(m)[None, None, :, None]
    cols = stride * np.arange(w)[None, :, None, None] + np.arange(n)[None, None, None, :]
    result = np.zeros((stride * (h - 1) + m, stride * (w - 1) + n))
    np.add.at(result, (rows, cols), x[:, :, None, None] * kernel)
    return result
