# %% wrong: rot90 once, a quarter turn instead of a half turn (a ValueError where the turned kernel does not fit)
def convolve2d(x, kernel):
    turned = np.rot90(kernel)
    views = np.lib.stride_tricks.sliding_window_view(x, turned.shape)
    return np.einsum("abij,ij->ab", views, turned)
# %% wrong: the image is turned and not the kernel, so the result stands on its head
def convolve2d(x, kernel):
    picture = np.flip(x)
    kh, kw = kernel.shape
    return np.array([[np.sum(picture[i:i + kh, j:j + kw] * kernel)
                      for j in range(x.shape[1] - kw + 1)]
                     for i in range(x.shape[0] - kh + 1)])
# %% wrong: only the columns are reversed, kernel[:, ::-1]
def convolve2d(x, kernel):
    mirrored = np.fliplr(kernel)
    h, w = x.shape[0] - kernel.shape[0] + 1, x.shape[1] - kernel.shape[1] + 1
    out = np.zeros((h, w))
    for i in range(kernel.shape[0]):
        for j in range(kernel.shape[1]):
            out += mirrored[i, j] * x[i:i + h, j:j + w]
    return out
# %% wrong: the full convolution, with all windows that touch the image
def convolve2d(x, kernel):
    out = np.zeros((x.shape[0] + kernel.shape[0] - 1, x.shape[1] + kernel.shape[1] - 1))
    for r, c in np.ndindex(*x.shape):
        out[r:r + kernel.shape[0], c:c + kernel.shape[1]] += x[r, c] * kernel
    return out
# %% right: stamps every pixel, then keeps the valid part
def convolve2d(x, kernel):
    (H, W), (kh, kw) = x.shape, kernel.shape
    full = np.zeros((H + kh - 1, W + kw - 1))
    for r in range(H):
        for c in range(W):
            full[r:r + kh, c:c + kw] += x[r, c] * kernel
    return full[kh - 1:H, kw - 1:W]
