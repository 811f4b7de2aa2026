# %% wrong: puts dilation zeros between the taps and not dilation - 1, so that dilation 1 already has gaps; shows when a side has more than one tap
def dilate_kernel(kernel, dilation):
    kh, kw = kernel.shape
    step = dilation + 1
    out = np.zeros((step * (kh - 1) + 1, step * (kw - 1) + 1))
    out[::step, ::step] = kernel
    return out
# %% wrong: the zeros are whole numbers (dtype int), so the fractions of the kernel are cut off
def dilate_kernel(kernel, dilation):
    h, w = kernel.shape
    spread = np.zeros((dilation*(h-1)+1, dilation*(w-1)+1), int)
    for i in range(h):
        for j in range(w):
            spread[i*dilation, j*dilation] = kernel[i, j]
    return spread
# %% wrong: takes the kernel as square, its height gives the width of the result; shows when the two differ, mostly as a crash
def dilate_kernel(kernel, dilation):
    K = len(kernel)
    span = dilation * (K - 1) + 1
    result = np.zeros((span, span))
    result[::dilation, ::dilation] = kernel
    return result
# %% wrong: gaps between the rows only, the columns stay side by side; shows when dilation is more than 1 and the kernel is wider than 1
def dilate_kernel(kernel, dilation):
    rows = []
    for r in kernel:
        rows.append(r)
        for _ in range(dilation - 1):
            rows.append(np.zeros(len(r)))
    # no gap after the last row
    return np.array(rows[:len(rows) - (dilation - 1)])
# %% right: Kronecker product with a tile that has a single 1, the last gaps cut off
def dilate_kernel(kernel, dilation):
    tile = np.zeros((dilation, dilation))
    tile[0, 0] = 1
    wide = np.kron(kernel, tile)
    return wide[:wide.shape[0] - dilation + 1, :wide.shape[1] - dilation + 1]
