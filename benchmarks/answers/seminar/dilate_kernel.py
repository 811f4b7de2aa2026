# %% wrong: zeros after the last tap too: the result has dilation * K rows and columns; shows for dilation > 1
def dilate_kernel(kernel, dilation):
    kh, kw = kernel.shape
    out = np.zeros((kh * dilation, kw * dilation))
    out[::dilation, ::dilation] = kernel
    return out
# %% wrong: dilation zeros between the taps, one too many; shows for every kernel larger than 1x1
def dilate_kernel(kernel, dilation):
    step = dilation + 1
    rows = step * (kernel.shape[0] - 1) + 1
    cols = step * (kernel.shape[1] - 1) + 1
    big = np.zeros((rows, cols))
    for i in range(kernel.shape[0]):
        for j in range(kernel.shape[1]):
            big[i * step, j * step] = kernel[i, j]
    return big
# %% wrong: fractions of the weights are cut to whole numbers (dtype int)
def dilate_kernel(kernel, dilation):
    h, w = (dilation * (k - 1) + 1 for k in kernel.shape)
    spread = np.zeros((h, w), int)
    spread[::dilation, ::dilation] = kernel
    return spread
# %% wrong: zeros between the rows only, not between the columns; shows for dilation > 1 and more than one column
def dilate_kernel(kernel, dilation):
    n_rows, n_cols = kernel.shape
    stretched = np.zeros((dilation * (n_rows - 1) + 1, n_cols))
    for i, taps in enumerate(kernel):
        stretched[i * dilation] = taps
    return stretched
# %% right: Kronecker product with a block that has one 1, cut at the end
def dilate_kernel(kernel, dilation):
    block = np.zeros((dilation, dilation))
    block[0, 0] = 1
    kh, kw = kernel.shape
    return np.kron(kernel, block)[:dilation * (kh - 1) + 1, :dilation * (kw - 1) + 1]
