# %% wrong: D - 1 zeros also after the last tap, so the result is D times K wide (np.kron)
def dilate_kernel(kernel, dilation):
    tile = np.zeros((dilation, dilation))
    tile[0, 0] = 1
    return np.kron(kernel, tile)
# %% wrong: dilation zeros between two taps in place of dilation - 1, so dilation 1 already makes gaps
def dilate_kernel(kernel, dilation):
    step = dilation + 1
    height, width = (step * (k - 1) + 1 for k in kernel.shape)
    output = np.zeros((height, width))
    output[::step, ::step] = kernel
    return output
# %% wrong: always one zero between two taps, whatever the dilation
def dilate_kernel(kernel, dilation):
    kh, kw = kernel.shape
    wider = np.insert(kernel, range(1, kw), 0, axis=1)
    return np.insert(wider, range(1, kh), 0, axis=0)
# %% wrong: the size of the result comes from the height alone: ValueError for a kernel that is not square
def dilate_kernel(kernel, dilation):
    size = dilation * (len(kernel) - 1) + 1
    output = np.zeros((size, size))
    output[::dilation, ::dilation] = kernel
    return output
# %% right: np.insert puts dilation - 1 zeros before each tap but the first
def dilate_kernel(kernel, dilation):
    for axis in (0, 1):
        places = np.repeat(np.arange(1, kernel.shape[axis]), dilation - 1)
        kernel = np.insert(kernel, places, 0, axis=axis)
    return kernel
