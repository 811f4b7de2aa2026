# %% wrong: np.rot90 turns the kernel by 90 degrees only, in place of 180; a kernel that is not square even gives another output shape
def convolve2d(x, kernel):
    k = np.rot90(kernel)
    v = np.lib.stride_tricks.sliding_window_view(x, k.shape)
    return np.einsum("hwij,ij->hw", v, k)
# %% wrong: the output is right, but the half turn is written back into the kernel that was given, so the argument is changed
def convolve2d(x, kernel):
    kernel[:] = kernel[::-1, ::-1].copy()
    kh, kw = kernel.shape
    H, W = x.shape
    return np.array([[np.sum(x[i:i+kh, j:j+kw] * kernel) for j in range(W - kw + 1)]
                     for i in range(H - kh + 1)])
# %% wrong: pads x with K - 1 zeros on each side first, so it returns the full convolution in place of the valid positions only
def convolve2d(x, kernel):
    kh, kw = kernel.shape
    padded = np.pad(x, ((kh - 1, kh - 1), (kw - 1, kw - 1)))
    windows = np.lib.stride_tricks.sliding_window_view(padded, (kh, kw))
    return (windows * kernel[::-1, ::-1]).sum(axis=(-2, -1))
# %% wrong: the image is turned by 180 degrees in place of the kernel, so the output comes out turned by 180 degrees
def convolve2d(x, kernel):
    flipped = x[::-1, ::-1]
    kh, kw = kernel.shape
    out = np.zeros((x.shape[0] - kh + 1, x.shape[1] - kw + 1))
    for i in range(out.shape[0]):
        for j in range(out.shape[1]):
            out[i, j] = np.sum(flipped[i : i + kh, j : j + kw] * kernel)
    return out
# %% right: each weight meets the image shifted, counted from the far end
def convolve2d(x, kernel):
    kh, kw = kernel.shape
    h, w = x.shape[0] - kh + 1, x.shape[1] - kw + 1
    y = np.zeros((h, w))
    for a in range(kh):
        for b in range(kw):
            y += kernel[a, b] * x[kh - 1 - a :, kw - 1 - b :][:h, :w]
    return y
