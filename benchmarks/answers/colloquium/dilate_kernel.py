# %% wrong: the array of zeros holds whole numbers, so kernels with fractions are cut to whole numbers
def dilate_kernel(kernel, dilation):
    kh, kw = kernel.shape
    out = np.zeros((dilation * (kh - 1) + 1, dilation * (kw - 1) + 1), dtype=int)
    out[::dilation, ::dilation] = kernel
    return out
# %% wrong: the kernel's height is used for both sides, so for kernels that are not square it raises a ValueError (could not broadcast), or copies the taps across if it has a single column
def dilate_kernel(kernel, dilation):
    K = len(kernel)
    span = dilation * (K - 1) + 1
    output = np.zeros((span, span))
    output[::dilation, ::dilation] = kernel
    return output
# %% wrong: puts dilation zeros between the taps in place of dilation - 1 (the convention in which 0 means no gaps)
def dilate_kernel(kernel, dilation):
    rows, cols = kernel.shape
    step = dilation + 1
    spread = np.zeros((step * (rows - 1) + 1, step * (cols - 1) + 1))
    for r in range(rows):
        for c in range(cols):
            spread[r * step, c * step] = kernel[r, c]
    return spread
# %% wrong: np.repeat fills the gaps with copies of the taps in place of zeros; the shape is right
def dilate_kernel(kernel, dilation):
    big = np.repeat(np.repeat(kernel, dilation, axis=0), dilation, axis=1)
    h = dilation * (kernel.shape[0] - 1) + 1
    w = dilation * (kernel.shape[1] - 1) + 1
    return big[:h, :w]
# %% right: Kronecker product, the end cut off
def dilate_kernel(kernel, dilation):
    cell = np.zeros((dilation, dilation), int)
    cell[0, 0] = 1
    h, w = (dilation * (k - 1) + 1 for k in kernel.shape)
    return np.kron(kernel, cell)[:h, :w]
