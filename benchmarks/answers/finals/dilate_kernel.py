# %% wrong: the zeros follow the last tap, too: dilation * K rows and columns
def dilate_kernel(kernel, dilation):
    one = np.zeros((dilation, dilation))
    one[0, 0] = 1
    return np.kron(kernel, one)
# %% wrong: `dilation` zeros between the taps instead of dilation - 1
def dilate_kernel(kernel, dilation):
    h, w = kernel.shape
    out = np.zeros((h + (h - 1) * dilation, w + (w - 1) * dilation), kernel.dtype)
    for i in range(h):
        for j in range(w):
            out[i * (dilation + 1), j * (dilation + 1)] = kernel[i, j]
    return out
# %% wrong: the taps are repeated, gaps are filled with copies and not with zeros
def dilate_kernel(kernel, dilation):
    big = np.repeat(np.repeat(kernel, dilation, axis=0), dilation, axis=1)
    cut = dilation - 1
    return big[:big.shape[0] - cut, :big.shape[1] - cut]
# %% wrong: takes the kernel for square, height used for both
def dilate_kernel(kernel, dilation):
    n = dilation * (kernel.shape[0] - 1) + 1
    out = np.zeros((n, n))
    out[::dilation, ::dilation] = kernel
    return out
# %% right: Kronecker product, the zeros behind the last taps cut off
def dilate_kernel(kernel, dilation):
    unit = np.zeros((dilation, dilation), dtype=kernel.dtype)
    unit[0, 0] = 1
    spread = np.kron(kernel, unit)
    rows, columns = spread.shape
    return spread[:rows - dilation + 1, :columns - dilation + 1]
