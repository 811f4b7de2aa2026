# %% wrong: always one zero between taps, whatever the dilation
def dilate_kernel(kernel, dilation):
    if dilation == 1:
        return kernel.copy()
    rows = np.insert(kernel, range(1, kernel.shape[0]), 0, axis=0)
    return np.insert(rows, range(1, kernel.shape[1]), 0, axis=1)

# %% wrong: output[::d][::d] steps over the rows twice, ValueError
def dilate_kernel(kernel, dilation):
    h, w = kernel.shape
    output = np.zeros((dilation * (h - 1) + 1, dilation * (w - 1) + 1))
    output[::dilation][::dilation] = kernel
    return output

# %% wrong: the taps are repeated instead of set apart by zeros
def dilate_kernel(kernel, dilation):
    big = np.repeat(np.repeat(kernel, dilation, axis=0), dilation, axis=1)
    return big[: dilation * (kernel.shape[0] - 1) + 1, : dilation * (kernel.shape[1] - 1) + 1]

# %% wrong: dilation zeros between the taps, one too many
def dilate_kernel(kernel, dilation):
    step = dilation + 1
    h, w = kernel.shape
    output = np.zeros((step * (h - 1) + 1, step * (w - 1) + 1))
    output[::step, ::step] = kernel
    return output

# %% wrong: zeros after the last taps as well
def dilate_kernel(kernel, dilation):
    tap = np.zeros((dilation, dilation))
    tap[0, 0] = 1
    return np.kron(kernel, tap)

# %% wrong: the height is used for the width, ValueError for a kernel that is not square
def dilate_kernel(kernel, dilation):
    size = dilation * (len(kernel) - 1) + 1
    output = np.zeros((size, size))
    output[::dilation, ::dilation] = kernel
    return output

# %% right: tap by tap
def dilate_kernel(kernel, dilation):
    rows, columns = kernel.shape
    spread = np.zeros((rows + (rows - 1) * (dilation - 1), columns + (columns - 1) * (dilation - 1)))
    for i in range(rows):
        for j in range(columns):
            spread[i * dilation, j * dilation] = kernel[i, j]
    return spread
