# %% wrong: the kernel is turned by 180 degrees
def correlate2d(x, kernel):
    kernel = kernel[::-1, ::-1]
    kh, kw = kernel.shape
    out = np.zeros((x.shape[0] - kh + 1, x.shape[1] - kw + 1))
    for i in range(out.shape[0]):
        for j in range(out.shape[1]):
            out[i, j] = np.sum(x[i : i + kh, j : j + kw] * kernel)
    return out
# %% wrong: the kernel is transposed (rows and columns of the taps exchanged)
def correlate2d(x, kernel):
    kh, kw = kernel.shape
    out = np.zeros((x.shape[0] - kh + 1, x.shape[1] - kw + 1))
    for i in range(out.shape[0]):
        for j in range(out.shape[1]):
            for a in range(kh):
                for b in range(kw):
                    out[i, j] += x[i + a, j + b] * kernel[b, a]
    return out
# %% wrong: the last row and the last column of windows are missing, H - K_H and W - K_W positions
def correlate2d(x, kernel):
    kh, kw = kernel.shape
    out = np.zeros((x.shape[0] - kh, x.shape[1] - kw))
    for i in range(out.shape[0]):
        for j in range(out.shape[1]):
            out[i, j] = np.sum(x[i : i + kh, j : j + kw] * kernel)
    return out
# %% wrong: the kernel's height is used for both directions, right for square kernels only
def correlate2d(x, kernel):
    k = kernel.shape[0]
    height = x.shape[0] - k + 1
    width = x.shape[1] - k + 1
    out = np.zeros((height, width))
    for i in range(height):
        for j in range(width):
            out[i, j] = np.sum(x[i : i + k, j : j + k] * kernel)
    return out
# %% wrong: height and width of the output are swapped
def correlate2d(x, kernel):
    kh, kw = kernel.shape
    height = x.shape[1] - kw + 1
    width = x.shape[0] - kh + 1
    out = np.zeros((height, width))
    for i in range(height):
        for j in range(width):
            out[i, j] = np.sum(x[i : i + kh, j : j + kw] * kernel)
    return out
# %% wrong: = for += in the inner loops, only the last product remains
def correlate2d(x, kernel):
    kh, kw = kernel.shape
    out = np.zeros((x.shape[0] - kh + 1, x.shape[1] - kw + 1))
    for i in range(out.shape[0]):
        for j in range(out.shape[1]):
            for a in range(kh):
                for b in range(kw):
                    out[i, j] = x[i + a, j + b] * kernel[a, b]
    return out
# %% wrong: rows and columns of the image are exchanged in the index, x[j + a, i + b]
def correlate2d(x, kernel):
    kh, kw = kernel.shape
    out = np.zeros((x.shape[0] - kh + 1, x.shape[1] - kw + 1))
    for i in range(out.shape[0]):
        for j in range(out.shape[1]):
            for a in range(kh):
                for b in range(kw):
                    out[i, j] += x[j + a, i + b] * kernel[a, b]
    return out
# %% wrong: zero padding, the output is as large as the image
def correlate2d(x, kernel):
    kh, kw = kernel.shape
    p, q = kh // 2, kw // 2
    padded = np.pad(x, ((p, kh - 1 - p), (q, kw - 1 - q)))
    out = np.zeros(x.shape)
    for i in range(x.shape[0]):
        for j in range(x.shape[1]):
            out[i, j] = np.sum(padded[i : i + kh, j : j + kw] * kernel)
    return out
# %% wrong: integer output array, fractions are cut off
def correlate2d(x, kernel):
    kh, kw = kernel.shape
    out = np.zeros((x.shape[0] - kh + 1, x.shape[1] - kw + 1), dtype=np.int64)
    for i in range(out.shape[0]):
        for j in range(out.shape[1]):
            out[i, j] = np.sum(x[i : i + kh, j : j + kw] * kernel)
    return out
# %% wrong: the mean instead of the sum of the products
def correlate2d(x, kernel):
    kh, kw = kernel.shape
    out = np.zeros((x.shape[0] - kh + 1, x.shape[1] - kw + 1))
    for i in range(out.shape[0]):
        for j in range(out.shape[1]):
            out[i, j] = np.mean(x[i : i + kh, j : j + kw] * kernel)
    return out
# %% wrong: matrix product @ of window and kernel instead of elementwise *
def correlate2d(x, kernel):
    kh, kw = kernel.shape
    out = np.zeros((x.shape[0] - kh + 1, x.shape[1] - kw + 1))
    for i in range(out.shape[0]):
        for j in range(out.shape[1]):
            out[i, j] = np.sum(x[i : i + kh, j : j + kw] @ kernel)
    return out
# %% wrong: forgotten return
def correlate2d(x, kernel):
    kh, kw = kernel.shape
    out = np.zeros((x.shape[0] - kh + 1, x.shape[1] - kw + 1))
    for i in range(out.shape[0]):
        for j in range(out.shape[1]):
            out[i, j] = np.sum(x[i : i + kh, j : j + kw] * kernel)
# %% wrong: one window too many each way, the last ones stick out (ValueError from the shapes)
def correlate2d(x, kernel):
    kh, kw = kernel.shape
    out = np.zeros((x.shape[0] - kh + 2, x.shape[1] - kw + 2))
    for i in range(out.shape[0]):
        for j in range(out.shape[1]):
            out[i, j] = np.sum(x[i : i + kh, j : j + kw] * kernel)
    return out
# %% wrong: results are remembered by shape, the second image of one shape gets the first one's answer
memory = {}

def correlate2d(x, kernel):
    key = (x.shape, kernel.shape)
    if key not in memory:
        kh, kw = kernel.shape
        out = np.zeros((x.shape[0] - kh + 1, x.shape[1] - kw + 1))
        for i in range(out.shape[0]):
            for j in range(out.shape[1]):
                out[i, j] = np.sum(x[i : i + kh, j : j + kw] * kernel)
        memory[key] = out
    return memory[key]
# %% wrong: two mistakes: the kernel is turned by 180 degrees, and the last row and column of windows are missing
def correlate2d(x, kernel):
    kh, kw = kernel.shape
    out = np.zeros((x.shape[0] - kh, x.shape[1] - kw))
    for i in range(out.shape[0]):
        for j in range(out.shape[1]):
            out[i, j] = np.sum(x[i : i + kh, j : j + kw] * np.flip(kernel))
    return out
# %% wrong: the while loop never advances the column, it does not end
def correlate2d(x, kernel):
    kh, kw = kernel.shape
    out = np.zeros((x.shape[0] - kh + 1, x.shape[1] - kw + 1))
    i = 0
    while i < out.shape[0]:
        j = 0
        while j < out.shape[1]:
            out[i, j] = np.sum(x[i : i + kh, j : j + kw] * kernel)
        i += 1
    return out
# %% wrong: the inner loops reuse i and j: only the top left window is read, and written to one place (or outside, IndexError)
def correlate2d(x, kernel):
    kh, kw = kernel.shape
    out = np.zeros((x.shape[0] - kh + 1, x.shape[1] - kw + 1))
    for i in range(out.shape[0]):
        for j in range(out.shape[1]):
            total = 0
            for i in range(kh):
                for j in range(kw):
                    total += x[i, j] * kernel[i, j]
            out[i, j] = total
    return out
# %% right: four nested loops
def correlate2d(x, kernel):
    kh, kw = kernel.shape
    out = np.zeros((x.shape[0] - kh + 1, x.shape[1] - kw + 1))
    for i in range(out.shape[0]):
        for j in range(out.shape[1]):
            for a in range(kh):
                for b in range(kw):
                    out[i, j] += x[i + a, j + b] * kernel[a, b]
    return out
# %% right: sliding_window_view and sum
def correlate2d(x, kernel):
    windows = np.lib.stride_tricks.sliding_window_view(x, kernel.shape)
    return (windows * kernel).sum(axis=(2, 3))
# %% right: shifted images, one for each tap
def correlate2d(x, kernel):
    rows, columns = x.shape[0] - kernel.shape[0] + 1, x.shape[1] - kernel.shape[1] + 1
    out = np.zeros((rows, columns))
    for (a, b), weight in np.ndenumerate(kernel):
        out += weight * x[a : a + rows, b : b + columns]
    return out
# %% right: nested list comprehension
def correlate2d(x, kernel):
    kh, kw = kernel.shape
    return np.array([[np.vdot(x[i : i + kh, j : j + kw], kernel)
                      for j in range(x.shape[1] - kw + 1)]
                     for i in range(x.shape[0] - kh + 1)])
