# %% wrong: = instead of +=, overlapping stamps overwrite each other
def transposed2d(x, kernel, stride=1):
    h, w = x.shape
    kh, kw = kernel.shape
    out = np.zeros(((h - 1) * stride + kh, (w - 1) * stride + kw))
    for i in range(h):
        for j in range(w):
            top, left = i * stride, j * stride
            out[top : top + kh, left : left + kw] = x[i, j] * kernel
    return out
# %% wrong: the stride is ignored where the stamps are placed (the size is right)
def transposed2d(x, kernel, stride=1):
    h, w = x.shape
    kh, kw = kernel.shape
    out = np.zeros(((h - 1) * stride + kh, (w - 1) * stride + kw))
    for i in range(h):
        for j in range(w):
            out[i : i + kh, j : j + kw] += x[i, j] * kernel
    return out
# %% wrong: the output is too large, H * stride + K_H - 1
def transposed2d(x, kernel, stride=1):
    h, w = x.shape
    kh, kw = kernel.shape
    out = np.zeros((h * stride + kh - 1, w * stride + kw - 1))
    for i in range(h):
        for j in range(w):
            top, left = i * stride, j * stride
            out[top : top + kh, left : left + kw] += x[i, j] * kernel
    return out
# %% wrong: the output is too small, H * stride, the last stamps do not fit (ValueError)
def transposed2d(x, kernel, stride=1):
    h, w = x.shape
    kh, kw = kernel.shape
    out = np.zeros((h * stride, w * stride))
    for i in range(h):
        for j in range(w):
            top, left = i * stride, j * stride
            out[top : top + kh, left : left + kw] += x[i, j] * kernel
    return out
# %% wrong: the kernel is turned by 180 degrees
def transposed2d(x, kernel, stride=1):
    h, w = x.shape
    kh, kw = kernel.shape
    out = np.zeros(((h - 1) * stride + kh, (w - 1) * stride + kw))
    for i in range(h):
        for j in range(w):
            top, left = i * stride, j * stride
            out[top : top + kh, left : left + kw] += x[i, j] * kernel[::-1, ::-1]
    return out
# %% wrong: the kernel is transposed (ValueError where it is not square)
def transposed2d(x, kernel, stride=1):
    h, w = x.shape
    kh, kw = kernel.shape
    out = np.zeros(((h - 1) * stride + kh, (w - 1) * stride + kw))
    for i in range(h):
        for j in range(w):
            top, left = i * stride, j * stride
            out[top : top + kh, left : left + kw] += x[i, j] * kernel.T
    return out
# %% wrong: an ordinary valid correlation, windows are gathered instead of stamps spread
def transposed2d(x, kernel, stride=1):
    kh, kw = kernel.shape
    rows = max(0, (x.shape[0] - kh) // stride + 1)
    columns = max(0, (x.shape[1] - kw) // stride + 1)
    out = np.zeros((rows, columns))
    for i in range(rows):
        for j in range(columns):
            window = x[i * stride : i * stride + kh, j * stride : j * stride + kw]
            out[i, j] = np.sum(window * kernel)
    return out
# %% wrong: the kernel's height is used for the width too, square kernels only
def transposed2d(x, kernel, stride=1):
    h, w = x.shape
    k = kernel.shape[0]
    out = np.zeros(((h - 1) * stride + k, (w - 1) * stride + k))
    for i in range(h):
        for j in range(w):
            top, left = i * stride, j * stride
            out[top : top + k, left : left + k] += x[i, j] * kernel
    return out
# %% wrong: the stamp is not scaled by the pixel's value
def transposed2d(x, kernel, stride=1):
    h, w = x.shape
    kh, kw = kernel.shape
    out = np.zeros(((h - 1) * stride + kh, (w - 1) * stride + kw))
    for i in range(h):
        for j in range(w):
            top, left = i * stride, j * stride
            out[top : top + kh, left : left + kw] += kernel
    return out
# %% wrong: the output has x's dtype, fractions cannot be added to integers (UFuncTypeError) or are lost
def transposed2d(x, kernel, stride=1):
    h, w = x.shape
    kh, kw = kernel.shape
    out = np.zeros(((h - 1) * stride + kh, (w - 1) * stride + kw), dtype=x.dtype)
    for i in range(h):
        for j in range(w):
            top, left = i * stride, j * stride
            out[top : top + kh, left : left + kw] += x[i, j] * kernel
    return out
# %% wrong: rows and columns are exchanged where the stamp is placed
def transposed2d(x, kernel, stride=1):
    h, w = x.shape
    kh, kw = kernel.shape
    out = np.zeros(((h - 1) * stride + kh, (w - 1) * stride + kw))
    for i in range(h):
        for j in range(w):
            top, left = j * stride, i * stride
            out[top : top + kh, left : left + kw] += x[i, j] * kernel
    return out
# %% wrong: the default of the stride is 2
def transposed2d(x, kernel, stride=2):
    h, w = x.shape
    kh, kw = kernel.shape
    out = np.zeros(((h - 1) * stride + kh, (w - 1) * stride + kw))
    for i in range(h):
        for j in range(w):
            top, left = i * stride, j * stride
            out[top : top + kh, left : left + kw] += x[i, j] * kernel
    return out
# %% wrong: overlaps are averaged, the sum is divided by the number of stamps
def transposed2d(x, kernel, stride=1):
    h, w = x.shape
    kh, kw = kernel.shape
    out = np.zeros(((h - 1) * stride + kh, (w - 1) * stride + kw))
    count = np.zeros(out.shape)
    for i in range(h):
        for j in range(w):
            top, left = i * stride, j * stride
            out[top : top + kh, left : left + kw] += x[i, j] * kernel
            count[top : top + kh, left : left + kw] += 1
    return out / np.maximum(count, 1)
# %% wrong: two mistakes: = instead of +=, and the kernel is turned by 180 degrees
def transposed2d(x, kernel, stride=1):
    h, w = x.shape
    kh, kw = kernel.shape
    out = np.zeros(((h - 1) * stride + kh, (w - 1) * stride + kw))
    for i in range(h):
        for j in range(w):
            top, left = i * stride, j * stride
            out[top : top + kh, left : left + kw] = x[i, j] * np.flip(kernel)
    return out
# %% wrong: the answer's array is kept by its shape and not set back to 0, stamps of earlier calls remain
canvas = {}

def transposed2d(x, kernel, stride=1):
    h, w = x.shape
    kh, kw = kernel.shape
    shape = ((h - 1) * stride + kh, (w - 1) * stride + kw)
    out = canvas.setdefault(shape, np.zeros(shape))
    for i in range(h):
        for j in range(w):
            out[i * stride : i * stride + kh, j * stride : j * stride + kw] += x[i, j] * kernel
    return out
# %% right: stamps in two loops
def transposed2d(x, kernel, stride=1):
    h, w = x.shape
    kh, kw = kernel.shape
    out = np.zeros(((h - 1) * stride + kh, (w - 1) * stride + kw))
    for i in range(h):
        for j in range(w):
            top, left = i * stride, j * stride
            out[top : top + kh, left : left + kw] += x[i, j] * kernel
    return out
# %% right: loop over the taps, strided slices of the answer
def transposed2d(x, kernel, stride=1):
    h, w = x.shape
    kh, kw = kernel.shape
    out = np.zeros(((h - 1) * stride + kh, (w - 1) * stride + kw))
    for a in range(kh):
        for b in range(kw):
            out[a : a + (h - 1) * stride + 1 : stride, b : b + (w - 1) * stride + 1 : stride] += kernel[a, b] * x
    return out
# %% right: spread the pixels, pad, and correlate with the turned kernel
def transposed2d(x, kernel, stride=1):
    kh, kw = kernel.shape
    spread = np.zeros(((x.shape[0] - 1) * stride + 1, (x.shape[1] - 1) * stride + 1))
    spread[::stride, ::stride] = x
    padded = np.pad(spread, ((kh - 1, kh - 1), (kw - 1, kw - 1)))
    windows = np.lib.stride_tricks.sliding_window_view(padded, kernel.shape)
    return np.einsum("rcij,ij->rc", windows, kernel[::-1, ::-1])
