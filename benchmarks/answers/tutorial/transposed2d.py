# %% wrong: the output is only (H * stride, W * stride): the last stamps do not fit and raise ValueError (where the stride is the kernel's size it is right)
def transposed2d(x, kernel, stride=1):
    kh, kw = kernel.shape
    canvas = np.zeros((x.shape[0] * stride, x.shape[1] * stride))
    for r in range(x.shape[0]):
        for c in range(x.shape[1]):
            canvas[r * stride:r * stride + kh, c * stride:c * stride + kw] += x[r, c] * kernel
    return canvas
# %% wrong: the Kronecker product lays the stamps side by side; right only where the stride equals the kernel's height and width, a wrong shape otherwise
def transposed2d(x, kernel, stride=1):
    return np.kron(x, kernel)
# %% wrong: zeros between and around the pixels and then a cross-correlation, but the kernel is not turned by 180 degrees: every stamp is upside down; right for kernels that are their own half turn
def transposed2d(x, kernel, stride=1):
    kh, kw = kernel.shape
    spread = np.zeros(((x.shape[0] - 1) * stride + 1, (x.shape[1] - 1) * stride + 1))
    spread[::stride, ::stride] = x
    padded = np.pad(spread, ((kh - 1, kh - 1), (kw - 1, kw - 1)))
    windows = np.lib.stride_tricks.sliding_window_view(padded, kernel.shape)
    return np.einsum("hwij,ij->hw", windows, kernel)
# %% wrong: two mistakes: overlapping stamps overwrite each other in place of adding up, and the output holds whole numbers, so fractions are cut off
def transposed2d(x, kernel, stride=1):
    h, w = x.shape
    kh, kw = kernel.shape
    out = np.zeros(((h - 1) * stride + kh, (w - 1) * stride + kw), dtype=int)
    for i in range(h):
        for j in range(w):
            top, left = i * stride, j * stride
            out[top:top + kh, left:left + kw] = x[i, j] * kernel
    return out
# %% right: a loop over the kernel's weights, each adds a strided copy of x
def transposed2d(x, kernel, stride=1):
    H, W = x.shape
    kh, kw = kernel.shape
    out = np.zeros(((H - 1) * stride + kh, (W - 1) * stride + kw))
    for i in range(kh):
        for j in range(kw):
            out[i:i + (H - 1) * stride + 1:stride, j:j + (W - 1) * stride + 1:stride] += kernel[i, j] * x
    return out
