# %% wrong: the stamp begins at (row, column) instead of (row * stride, column * stride); the output has the right size, but for stride > 1 the stamps are not moved apart
def transposed2d(x, kernel, stride=1):
    H, W = x.shape
    KH, KW = kernel.shape
    out = np.zeros(((H - 1) * stride + KH, (W - 1) * stride + KW))
    for r in range(H):
        for c in range(W):
            out[r:r + KH, c:c + KW] += x[r, c] * kernel
    return out
# %% wrong: the output array takes the dtype of x (zeros_like style), so with an integer x and a float kernel the in-place addition raises a UFuncTypeError
def transposed2d(x, kernel, stride=1):
    h, w = x.shape
    kh, kw = kernel.shape
    output = np.zeros(((h - 1) * stride + kh, (w - 1) * stride + kw), dtype=x.dtype)
    for row in range(h):
        for column in range(w):
            top, left = row * stride, column * stride
            output[top:top + kh, left:left + kw] += x[row, column] * kernel
    return output
# %% wrong: the kernel is turned by 180 degrees before it is stamped
def transposed2d(x, kernel, stride=1):
    H, W = x.shape
    K_H, K_W = kernel.shape
    flipped = kernel[::-1, ::-1]
    output = np.zeros(((H - 1) * stride + K_H, (W - 1) * stride + K_W))
    for u in range(K_H):
        for v in range(K_W):
            output[u:u + (H - 1) * stride + 1:stride, v:v + (W - 1) * stride + 1:stride] += x * flipped[u, v]
    return output
# %% wrong: the stamp is stored with = instead of +=, so where stamps overlap only the last one remains
def transposed2d(x, kernel, stride=1):
    kh, kw = kernel.shape
    result = np.zeros(((x.shape[0] - 1) * stride + kh, (x.shape[1] - 1) * stride + kw))
    for i, line in enumerate(x):
        for j, value in enumerate(line):
            a = i * stride
            b = j * stride
            result[a:a + kh, b:b + kw] = value * kernel
    return result
# %% right: two matrices spread the kernel, one for rows and one for columns
def transposed2d(x, kernel, stride=1):
    def places(size, taps):  # places[out, pixel, tap] is 1 where they meet
        out = np.arange((size - 1) * stride + taps)[:, None, None]
        return (out == np.arange(size)[None, :, None] * stride + np.arange(taps)) * 1.0
    down, across = places(x.shape[0], kernel.shape[0]), places(x.shape[1], kernel.shape[1])
    half = np.einsum("api,pq->aiq", down, x)
    return np.einsum("aiq,bqj,ij->ab", half, across, kernel)
