# %% wrong: the result has dilation * K rows and columns, with zeros after the last tap; shows for dilation above 1
def dilate_kernel(kernel, dilation):
    kh, kw = kernel.shape
    out = np.zeros((kh * dilation, kw * dilation))
    out[::dilation, ::dilation] = kernel
    return out
# %% wrong: the taps are repeated where zeros should be; shows for dilation above 1 and kernels larger than 1
def dilate_kernel(kernel, dilation):
    big = np.repeat(np.repeat(kernel, dilation, axis=0), dilation, axis=1)
    # cut off what is too much at the end
    return big[:dilation * (kernel.shape[0] - 1) + 1, :dilation * (kernel.shape[1] - 1) + 1]
# %% wrong: the result is an array of whole numbers, so fractions of the weights are cut off
def dilate_kernel(kernel, dilation):
    H = dilation * (kernel.shape[0] - 1) + 1
    W = dilation * (kernel.shape[1] - 1) + 1
    spread = np.zeros((H, W), int)
    for i in range(kernel.shape[0]):
        for j in range(kernel.shape[1]):
            spread[i * dilation, j * dilation] = kernel[i, j]
    return spread
# %% wrong: `dilation` zeros between the taps in place of `dilation - 1`; wrong for dilation 1 too, if the kernel is larger than 1
def dilate_kernel(kernel, dilation):
    step = dilation + 1
    result = np.zeros((step * (kernel.shape[0] - 1) + 1, step * (kernel.shape[1] - 1) + 1))
    result[::step, ::step] = kernel
    return result
# %% right: np.insert puts zeros before every row and column but the first
def dilate_kernel(kernel, dilation):
    rows = np.repeat(np.arange(1, kernel.shape[0]), dilation - 1)
    cols = np.repeat(np.arange(1, kernel.shape[1]), dilation - 1)
    return np.insert(np.insert(kernel, rows, 0, axis=0), cols, 0, axis=1)
