# %% wrong: the kernel is turned by 90 degrees, not 180 (np.rot90 turns once by default); for kernels that are not square the shape is wrong too
def convolve2d(x, kernel):
    k = np.rot90(kernel)
    windows = np.lib.stride_tricks.sliding_window_view(x, k.shape)
    return np.einsum("hwij,ij->hw", windows, k)
# %% wrong: the image is turned in place of the kernel, so the right numbers come out turned by 180 degrees
def convolve2d(x, kernel):
    turned = x[::-1, ::-1]
    kh, kw = kernel.shape
    out = np.zeros((x.shape[0] - kh + 1, x.shape[1] - kw + 1))
    for r in range(out.shape[0]):
        for c in range(out.shape[1]):
            out[r, c] = np.sum(turned[r:r + kh, c:c + kw] * kernel)
    return out
# %% wrong: the caller's kernel is turned in place (the returned values are right)
def convolve2d(x, kernel):
    kernel[:] = kernel[::-1, ::-1].copy()
    kh, kw = kernel.shape
    h, w = x.shape[0] - kh + 1, x.shape[1] - kw + 1
    result = np.zeros((h, w))
    for i in range(h):
        for j in range(w):
            result[i, j] = (x[i:i + kh, j:j + kw] * kernel).sum()
    return result
# %% wrong: only the columns of the kernel are reversed, not the rows; shows for kernels of more than one row
def convolve2d(x, kernel):
    def corr(a, k):
        return np.array([[np.sum(a[i:i + k.shape[0], j:j + k.shape[1]] * k)
                          for j in range(a.shape[1] - k.shape[1] + 1)]
                         for i in range(a.shape[0] - k.shape[0] + 1)])
    return corr(x, np.fliplr(kernel))
# %% right: one shifted piece of the image per weight, read backwards
def convolve2d(x, kernel):
    kh, kw = kernel.shape
    H, W = x.shape[0] - kh + 1, x.shape[1] - kw + 1
    total = np.zeros((H, W))
    for (i, j), weight in np.ndenumerate(kernel):
        a, b = kh - 1 - i, kw - 1 - j
        total = total + weight * x[a:a + H, b:b + W]
    return total
