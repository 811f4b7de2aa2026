# %% wrong: = instead of +=: where stamps overlap the last one wins (right for stride >= K)
def transposed2d(x, kernel, stride=1):
    kh, kw = kernel.shape
    H, W = x.shape
    out = np.zeros(((H - 1) * stride + kh, (W - 1) * stride + kw))
    for i in range(H):
        for j in range(W):
            out[i * stride:i * stride + kh, j * stride:j * stride + kw] = x[i, j] * kernel
    return out
# %% wrong: size H * stride + K - 1 rows: too large for stride > 1
def transposed2d(x, kernel, stride=1):
    kh, kw = kernel.shape
    H, W = x.shape
    out = np.zeros((H * stride + kh - 1, W * stride + kw - 1))
    for i in range(H):
        for j in range(W):
            out[i * stride:i * stride + kh, j * stride:j * stride + kw] += x[i, j] * kernel
    return out
# %% wrong: stamps the turned kernel
def transposed2d(x, kernel, stride=1):
    k = np.flip(kernel)
    out = np.zeros(((x.shape[0] - 1) * stride + k.shape[0], (x.shape[1] - 1) * stride + k.shape[1]))
    for (i, j), value in np.ndenumerate(x):
        out[i * stride:i * stride + k.shape[0], j * stride:j * stride + k.shape[1]] += value * k
    return out
# %% wrong: the stamps are placed at i, j without the stride (only the size knows it)
def transposed2d(x, kernel, stride=1):
    H, W = x.shape
    kh, kw = kernel.shape
    out = np.zeros(((H - 1) * stride + kh, (W - 1) * stride + kw))
    for i in range(H):
        for j in range(W):
            for u in range(kh):
                for v in range(kw):
                    out[i + u, j + v] += x[i, j] * kernel[u, v]
    return out
# %% wrong: the result has the dtype of x: integer pixels with a real kernel crash in +=
def transposed2d(x, kernel, stride=1):
    H, W = x.shape
    kh, kw = kernel.shape
    out = np.zeros(((H - 1) * stride + kh, (W - 1) * stride + kw), dtype=x.dtype)
    for i in range(H):
        for j in range(W):
            out[i * stride:i * stride + kh, j * stride:j * stride + kw] += x[i, j] * kernel
    return out
# %% right: over the taps: each tap puts a scaled copy of x on a strided grid
def transposed2d(x, kernel, stride=1):
    h, w = x.shape
    kh, kw = kernel.shape
    out = np.zeros(((h - 1) * stride + kh, (w - 1) * stride + kw))
    for (u, v), weight in np.ndenumerate(kernel):
        out[u:u + (h - 1) * stride + 1:stride, v:v + (w - 1) * stride + 1:stride] += weight * x
    return out
