# %% wrong: zeros after the last tap as well, dilation * K rows and columns
def dilate_kernel(kernel, dilation):
    h, w = kernel.shape
    out = np.zeros((h * dilation, w * dilation))
    out[::dilation, ::dilation] = kernel
    return out
# %% wrong: dilation zeros between the taps instead of dilation - 1
def dilate_kernel(kernel, dilation):
    h, w = kernel.shape
    step = dilation + 1
    out = np.zeros((step * (h - 1) + 1, step * (w - 1) + 1))
    out[::step, ::step] = kernel
    return out
# %% wrong: only the columns are spread, not the rows
def dilate_kernel(kernel, dilation):
    h, w = kernel.shape
    out = np.zeros((h, dilation * (w - 1) + 1))
    out[:, ::dilation] = kernel
    return out
# %% wrong: each tap is repeated instead of followed by zeros
def dilate_kernel(kernel, dilation):
    return np.repeat(np.repeat(kernel, dilation, axis=0), dilation, axis=1)
# %% wrong: integer array, fractional taps are cut off
def dilate_kernel(kernel, dilation):
    h, w = kernel.shape
    out = np.zeros((dilation * (h - 1) + 1, dilation * (w - 1) + 1), int)
    out[::dilation, ::dilation] = kernel
    return out
# %% wrong: height and width of the result are swapped (ValueError for kernels that are not square)
def dilate_kernel(kernel, dilation):
    w, h = kernel.shape
    out = np.zeros((dilation * (h - 1) + 1, dilation * (w - 1) + 1))
    out[::dilation, ::dilation] = kernel
    return out
# %% wrong: the taps are also multiplied by the dilation
def dilate_kernel(kernel, dilation):
    h, w = kernel.shape
    out = np.zeros((dilation * (h - 1) + 1, dilation * (w - 1) + 1))
    out[::dilation, ::dilation] = dilation * kernel
    return out
# %% wrong: the taps lie together in the corner, not spread
def dilate_kernel(kernel, dilation):
    h, w = kernel.shape
    out = np.zeros((dilation * (h - 1) + 1, dilation * (w - 1) + 1))
    out[:h, :w] = kernel
    return out
# %% wrong: np.insert puts in a single zero between taps, whatever the dilation
def dilate_kernel(kernel, dilation):
    if dilation == 1:
        return kernel.copy()
    out = np.insert(kernel, range(1, kernel.shape[0]), 0, axis=0)
    return np.insert(out, range(1, kernel.shape[1]), 0, axis=1)
# %% wrong: IndexError, the result has no room: same shape as the kernel
def dilate_kernel(kernel, dilation):
    out = np.zeros_like(kernel)
    for i in range(kernel.shape[0]):
        for j in range(kernel.shape[1]):
            out[i * dilation, j * dilation] = kernel[i, j]
    return out
# %% wrong: a border of dilation - 1 zeros round the kernel instead of zeros between the taps
def dilate_kernel(kernel, dilation):
    return np.pad(kernel, dilation - 1)
# %% right: zeros and a stepped slice
def dilate_kernel(kernel, dilation):
    h, w = kernel.shape
    out = np.zeros((dilation * (h - 1) + 1, dilation * (w - 1) + 1), kernel.dtype)
    out[::dilation, ::dilation] = kernel
    return out
# %% right: Kronecker product, cut at the end
def dilate_kernel(kernel, dilation):
    cell = np.zeros((dilation, dilation))
    cell[0, 0] = 1
    spread = np.kron(kernel, cell)
    cut = dilation - 1
    return spread[: spread.shape[0] - cut, : spread.shape[1] - cut]
# %% right: tap by tap
def dilate_kernel(kernel, dilation):
    rows = (kernel.shape[0] - 1) * dilation + 1
    columns = (kernel.shape[1] - 1) * dilation + 1
    out = np.zeros((rows, columns))
    for i in range(kernel.shape[0]):
        for j in range(kernel.shape[1]):
            out[i * dilation, j * dilation] = kernel[i, j]
    return out
