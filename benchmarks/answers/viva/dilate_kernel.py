# %% wrong: two mistakes: the gaps are filled with copies of the taps instead of zeros, and there are gaps after the last tap as well, so the shape is dilation * K
def dilate_kernel(kernel, dilation):
    return np.repeat(np.repeat(kernel, dilation, axis=0), dilation, axis=1)
# %% wrong: puts dilation zeros between the taps instead of dilation - 1, as where dilation 0 means no gaps
def dilate_kernel(kernel, dilation):
    step = dilation + 1
    kh, kw = kernel.shape
    spread = np.zeros((step * (kh - 1) + 1, step * (kw - 1) + 1))
    spread[::step, ::step] = kernel
    return spread
# %% wrong: the width is computed from the kernel's height as well, which raises a ValueError for kernels that are not square (a single column is copied into a wider result instead)
def dilate_kernel(kernel, dilation):
    rows = dilation * (kernel.shape[0] - 1) + 1
    columns = dilation * (kernel.shape[0] - 1) + 1
    output = np.zeros((rows, columns))
    output[::dilation, ::dilation] = kernel
    return output
# %% wrong: only the rows are spread, the columns stay next to each other
def dilate_kernel(kernel, dilation):
    K_H, K_W = kernel.shape
    out = np.zeros((dilation * (K_H - 1) + 1, K_W))
    for i in range(K_H):
        out[i * dilation] = kernel[i]
    return out
# %% right: inserts the zeros between the rows and then between the columns
def dilate_kernel(kernel, dilation):
    for axis in (0, 1):
        places = np.repeat(np.arange(1, kernel.shape[axis]), dilation - 1)
        kernel = np.insert(kernel, places, 0, axis=axis)
    return kernel
