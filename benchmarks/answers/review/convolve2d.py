# %% wrong: only the rows of the kernel are reversed, not its columns
def convolve2d(x, kernel):
    turned = kernel[::-1]
    windows = np.lib.stride_tricks.sliding_window_view(x, turned.shape)
    return np.einsum("hwij,ij->hw", windows, turned)
# %% wrong: the kernel is turned by 90 degrees (np.rot90 once), not by 180
def convolve2d(x, kernel):
    turned = np.rot90(kernel)
    kh, kw = turned.shape
    out = np.zeros((x.shape[0] - kh + 1, x.shape[1] - kw + 1))
    for i in range(out.shape[0]):
        for j in range(out.shape[1]):
            out[i, j] = np.sum(x[i:i + kh, j:j + kw] * turned)
    return out
# %% wrong: the image is turned in place of the kernel, and the result is not turned back
def convolve2d(x, kernel):
    x = x[::-1, ::-1]
    kh, kw = kernel.shape
    out = np.zeros((x.shape[0] - kh + 1, x.shape[1] - kw + 1))
    for i in range(out.shape[0]):
        for j in range(out.shape[1]):
            out[i, j] = np.sum(x[i:i + kh, j:j + kw] * kernel)
    return out
