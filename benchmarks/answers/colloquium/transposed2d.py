# %% wrong: the output is allocated as H * stride + K_H by W * stride + K_W, so it is `stride` rows and columns too large, with zeros at the end
def transposed2d(x, kernel, stride=1):
    H, W = x.shape
    KH, KW = kernel.shape
    output = np.zeros((H * stride + KH, W * stride + KW))
    for r in range(H):
        for c in range(W):
            output[r * stride:r * stride + KH, c * stride:c * stride + KW] += x[r, c] * kernel
    return output
# %% wrong: the kernel is turned by 180 degrees before it is stamped
def transposed2d(x, kernel, stride=1):
    kh, kw = kernel.shape
    flipped = kernel[::-1, ::-1]
    out = np.zeros(((x.shape[0] - 1) * stride + kh, (x.shape[1] - 1) * stride + kw))
    for (i, j), value in np.ndenumerate(x):
        out[i * stride:i * stride + kh, j * stride:j * stride + kw] += value * flipped
    return out
# %% wrong: the output is created with dtype of x, so for a whole-number x with a fractional kernel `+=` raises UFuncTypeError (cannot cast float64 to int64)
def transposed2d(x, kernel, stride=1):
    (h, w), (kh, kw) = x.shape, kernel.shape
    out = np.zeros(((h - 1) * stride + kh, (w - 1) * stride + kw), dtype=x.dtype)
    for i in range(h):
        for j in range(w):
            top, left = i * stride, j * stride
            out[top:top + kh, left:left + kw] += x[i, j] * kernel
    return out
# %% wrong: the stamps overwrite each other with `=` where they overlap; they are not added up
def transposed2d(x, kernel, stride=1):
    height, width = x.shape
    k_h, k_w = kernel.shape
    canvas = np.zeros(((height - 1) * stride + k_h, (width - 1) * stride + k_w))
    for row in range(height):
        for column in range(width):
            top, left = row * stride, column * stride
            canvas[top:top + k_h, left:left + k_w] = x[row, column] * kernel
    return canvas
# %% right: loop over the kernel, adding the whole image at strided places
def transposed2d(x, kernel, stride=1):
    h, w = x.shape
    kh, kw = kernel.shape
    out = np.zeros(((h - 1) * stride + kh, (w - 1) * stride + kw))
    for u in range(kh):
        for v in range(kw):
            out[u:u + (h - 1) * stride + 1:stride, v:v + (w - 1) * stride + 1:stride] += kernel[u, v] * x
    return out
