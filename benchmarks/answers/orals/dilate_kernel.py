# %% wrong: the result has dilation * K rows and columns: dilation - 1 rows and columns of zeros too many follow after the last tap
def dilate_kernel(kernel, dilation):
    cell = np.zeros((dilation, dilation))
    cell[0, 0] = 1
    return np.kron(kernel, cell)
# %% wrong: puts `dilation` zeros between the taps instead of dilation - 1, as if dilation 0 meant no gaps
def dilate_kernel(kernel, dilation):
    gap = dilation + 1
    K_H, K_W = kernel.shape
    out = np.zeros((gap * (K_H - 1) + 1, gap * (K_W - 1) + 1))
    out[::gap, ::gap] = kernel
    return out
# %% wrong: spreads the columns only; the rows stay next to each other
def dilate_kernel(kernel, dilation):
    rows = []
    for row in kernel:
        new = []
        for value in row[:-1]:
            new.append(value)
            new.extend([0] * (dilation - 1))
        new.append(row[-1])
        rows.append(new)
    return np.array(rows)
# %% wrong: the result is an array of integers, so the fractional part of the weights is cut off
def dilate_kernel(kernel, dilation):
    height = dilation * (kernel.shape[0] - 1) + 1
    width = dilation * (kernel.shape[1] - 1) + 1
    spread = np.zeros((height, width), int)
    for i in range(kernel.shape[0]):
        for j in range(kernel.shape[1]):
            spread[i * dilation, j * dilation] = kernel[i, j]
    return spread
# %% right: np.insert before every tap but the first
def dilate_kernel(kernel, dilation):
    for axis in (0, 1):
        before = np.repeat(np.arange(1, kernel.shape[axis]), dilation - 1)
        kernel = np.insert(kernel, before, 0, axis=axis)
    return kernel
