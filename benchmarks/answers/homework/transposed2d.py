# %% wrong: overlaps assigned
def transposed2d(x, kernel, stride=1):
    a, b = kernel.shape
    out = np.zeros(((x.shape[0] - 1) * stride + a, (x.shape[1] - 1) * stride + b))
    for i, j in np.ndindex(x.shape):
        out[i * stride:i * stride + a, j * stride:j * stride + b] = x[i, j] * kernel
    return out
# %% wrong: kernel turned
def transposed2d(x, kernel, stride=1):
    a, b = kernel.shape
    out = np.zeros(((x.shape[0] - 1) * stride + a, (x.shape[1] - 1) * stride + b))
    for i, j in np.ndindex(x.shape):
        out[i * stride:i * stride + a, j * stride:j * stride + b] += x[i, j] * kernel[::-1, ::-1]
    return out
# %% wrong: size H * stride + K - 1: too large for strides over 1
def transposed2d(x, kernel, stride=1):
    a, b = kernel.shape
    out = np.zeros((x.shape[0] * stride + a - 1, x.shape[1] * stride + b - 1))
    for i, j in np.ndindex(x.shape):
        out[i * stride:i * stride + a, j * stride:j * stride + b] += x[i, j] * kernel
    return out
# %% wrong: overlaps averaged
def transposed2d(x, kernel, stride=1):
    a, b = kernel.shape
    out = np.zeros(((x.shape[0] - 1) * stride + a, (x.shape[1] - 1) * stride + b))
    n = np.zeros(out.shape)
    for i, j in np.ndindex(x.shape):
        s = slice(i * stride, i * stride + a), slice(j * stride, j * stride + b)
        out[s] += x[i, j] * kernel
        n[s] += 1
    return out / np.maximum(n, 1)
# %% right: taps
def transposed2d(x, kernel, stride=1):
    (h, w), (a, b) = x.shape, kernel.shape
    out = np.zeros(((h - 1) * stride + a, (w - 1) * stride + b))
    for u, v in np.ndindex(a, b):
        out[u:u + (h - 1) * stride + 1:stride, v:v + (w - 1) * stride + 1:stride] += kernel[u, v] * x
    return out
