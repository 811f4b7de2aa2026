# %% wrong: = instead of +=, overlaps are overwritten
def transposed2d(x, kernel, stride=1):
    H, W = x.shape
    kh, kw = kernel.shape
    out = np.zeros(((H - 1) * stride + kh, (W - 1) * stride + kw))
    for i in range(H):
        for j in range(W):
            out[i*stride:i*stride+kh, j*stride:j*stride+kw] = x[i, j] * kernel
    return out
# %% wrong: size H * stride + K - 1 instead of (H - 1) * stride + K
def transposed2d(x, kernel, stride=1):
    H, W = x.shape
    kh, kw = kernel.shape
    out = np.zeros((H * stride + kh - 1, W * stride + kw - 1))
    for i in range(H):
        for j in range(W):
            r, c = i * stride, j * stride
            out[r:r + kh, c:c + kw] += x[i, j] * kernel
    return out
# %% wrong: flipped kernel (zero insertion and correlation without the flip)
def transposed2d(x, kernel, stride=1):
    H, W = x.shape
    kh, kw = kernel.shape
    up = np.zeros(((H - 1) * stride + 1, (W - 1) * stride + 1))
    up[::stride, ::stride] = x
    up = np.pad(up, ((kh - 1, kh - 1), (kw - 1, kw - 1)))
    win = np.lib.stride_tricks.sliding_window_view(up, (kh, kw))
    return np.einsum("ijuv,uv->ij", win, kernel)
# %% wrong: stamps lie one apart, the stride is used for the size only
def transposed2d(x: np.ndarray, kernel: np.ndarray, stride: int = 1) -> np.ndarray:
    height, width = x.shape
    k_h, k_w = kernel.shape
    output = np.zeros(((height - 1) * stride + k_h, (width - 1) * stride + k_w))
    for row in range(height):
        for col in range(width):
            output[row:row + k_h, col:col + k_w] += x[row, col] * kernel
    return output
# %% wrong: buffer of x's dtype, += of floats into integers fails
def transposed2d(x, kernel, stride=1):
    H, W = x.shape
    kh, kw = kernel.shape
    out = np.zeros(((H - 1) * stride + kh, (W - 1) * stride + kw), dtype=x.dtype)
    for u in range(kh):
        for v in range(kw):
            out[u:u + (H - 1) * stride + 1:stride, v:v + (W - 1) * stride + 1:stride] += x * kernel[u, v]
    return out
# %% wrong: np.kron, right only where the stamps do not overlap and touch
def transposed2d(x, kernel, stride=1):
    big = np.kron(x, kernel)
    h = (x.shape[0] - 1) * stride + kernel.shape[0]
    w = (x.shape[1] - 1) * stride + kernel.shape[1]
    out = np.zeros((h, w))
    a, b = min(h, big.shape[0]), min(w, big.shape[1])
    out[:a, :b] = big[:a, :b]
    return out
# %% wrong: square kernel assumed, both sides from kernel.shape[0]
def transposed2d(x, kernel, stride=1):
    H, W = x.shape
    k = kernel.shape[0]
    out = np.zeros(((H - 1) * stride + k, (W - 1) * stride + k))
    for i in range(H):
        for j in range(W):
            out[i * stride:i * stride + k, j * stride:j * stride + k] += x[i, j] * kernel
    return out
# %% wrong: default stride of 2
def transposed2d(x, kernel, stride=2):
    H, W = x.shape
    kh, kw = kernel.shape
    out = np.zeros((stride * (H - 1) + kh, stride * (W - 1) + kw))
    for u in range(kh):
        for v in range(kw):
            out[u:u + stride * (H - 1) + 1:stride, v:v + stride * (W - 1) + 1:stride] += kernel[u, v] * x
    return out
# %% right: upsample
def transposed2d(x, kernel, stride=1):
    H, W = x.shape
    kh, kw = kernel.shape
    up = np.zeros(((H - 1) * stride + 2 * kh - 1, (W - 1) * stride + 2 * kw - 1))
    for i in range(H):
        for j in range(W):
            up[kh - 1 + i * stride, kw - 1 + j * stride] = x[i, j]
    flipped = kernel[::-1, ::-1]
    win = np.lib.stride_tricks.sliding_window_view(up, (kh, kw))
    return (win * flipped).sum(axis=(2, 3))
# %% right: gather
def transposed2d(x, kernel, stride=1):
    H, W = x.shape
    kh, kw = kernel.shape
    rows, cols = (H - 1) * stride + kh, (W - 1) * stride + kw
    result = [[0.0] * cols for _ in range(rows)]
    for i in range(H):
        for j in range(W):
            for u in range(kh):
                for v in range(kw):
                    result[i * stride + u][j * stride + v] += x[i, j] * kernel[u, v]
    return np.array(result)
