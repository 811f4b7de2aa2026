# %% wrong: zeros also after the last tap: dilation * K rows and columns
def dilate_kernel(kernel, dilation):
    out = np.zeros((dilation * kernel.shape[0], dilation * kernel.shape[1]))
    out[::dilation, ::dilation] = kernel
    return out
# %% wrong: `dilation` zeros between the taps, one too many
def dilate_kernel(kernel, dilation):
    step = dilation + 1
    rows, columns = kernel.shape
    out = np.zeros((step * (rows - 1) + 1, step * (columns - 1) + 1))
    out[::step, ::step] = kernel
    return out
# %% wrong: the width is computed from the kernel's height (ValueError for a kernel that is not square)
def dilate_kernel(kernel, dilation):
    size = dilation * (kernel.shape[0] - 1) + 1
    out = np.zeros((size, size))
    out[::dilation, ::dilation] = kernel
    return out
