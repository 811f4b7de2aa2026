# %% wrong: np.rot90 turns the kernel by 90 degrees only: other values, and another shape where the kernel is not square
def convolve2d(x, kernel):
    turned = np.rot90(kernel)
    windows = np.lib.stride_tricks.sliding_window_view(x, turned.shape)
    return np.einsum("hwij,ij->hw", windows, turned)
# %% wrong: only the columns are reversed, not the rows; right for kernels whose rows read the same from top and bottom
def convolve2d(x, kernel):
    kh, kw = kernel.shape
    mirrored = np.fliplr(kernel)
    return [[float(np.sum(x[r:r + kh, c:c + kw] * mirrored))
             for c in range(x.shape[1] - kw + 1)]
            for r in range(x.shape[0] - kh + 1)]
# %% wrong: the index x[r - i, c - j] starts at r = 0 and c = 0, so negative indices wrap around to the other end of the image
def convolve2d(x, kernel):
    kh, kw = kernel.shape
    out = np.zeros((x.shape[0] - kh + 1, x.shape[1] - kw + 1))
    for r in range(out.shape[0]):
        for c in range(out.shape[1]):
            for i in range(kh):
                for j in range(kw):
                    out[r, c] += kernel[i, j] * x[r - i, c - j]
    return out
# %% wrong: two mistakes: the rows are reversed inside the caller's kernel (argument changed), and the columns are not reversed at all
def convolve2d(x, kernel):
    kernel[:] = kernel[::-1].copy()
    h, w = kernel.shape
    out = np.zeros((x.shape[0] - h + 1, x.shape[1] - w + 1))
    for r, c in np.ndindex(out.shape):
        out[r, c] = (x[r:r + h, c:c + w] * kernel).sum()
    return out
# %% right: stamps the kernel for every pixel, then keeps the valid part
def convolve2d(x, kernel):
    (H, W), (kh, kw) = x.shape, kernel.shape
    full = np.zeros((H + kh - 1, W + kw - 1))
    for i in range(kh):
        for j in range(kw):
            full[i:i + H, j:j + W] += kernel[i, j] * x
    return full[kh - 1:H, kw - 1:W]
