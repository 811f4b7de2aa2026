# %% wrong: D K rows
def dilate_kernel(kernel, dilation):
    return np.kron(kernel, np.eye(1, dilation ** 2).reshape(dilation, dilation))
# %% wrong: repeats the taps
def dilate_kernel(kernel, dilation):
    return kernel.repeat(dilation, 0).repeat(dilation, 1)[:dilation * (len(kernel) - 1) + 1, :dilation * (kernel.shape[1] - 1) + 1]
# %% wrong: dilation zeros between
def dilate_kernel(kernel, dilation):
    d = dilation + 1
    out = np.zeros((d * (kernel.shape[0] - 1) + 1, d * (kernel.shape[1] - 1) + 1))
    out[::d, ::d] = kernel
    return out
# %% wrong: rows only
def dilate_kernel(kernel, dilation):
    out = np.zeros((dilation * (kernel.shape[0] - 1) + 1, kernel.shape[1]))
    out[::dilation] = kernel
    return out
# %% right: slice
def dilate_kernel(kernel, dilation):
    out = np.zeros((dilation * (kernel.shape[0] - 1) + 1, dilation * (kernel.shape[1] - 1) + 1), kernel.dtype)
    out[::dilation, ::dilation] = kernel
    return out
