# %% wrong: divides by kernel_size, not by its square; shows for every kernel larger than 1
def avg_pool2d_backward(grad_output, x, kernel_size, stride=None):
    if stride is None:
        stride = kernel_size
    grad_x = np.zeros(x.shape)
    for i in range(grad_output.shape[2]):
        for j in range(grad_output.shape[3]):
            a, b = i * stride, j * stride
            grad_x[:, :, a:a + kernel_size, b:b + kernel_size] += grad_output[:, :, i:i + 1, j:j + 1] / kernel_size
    return grad_x
# %% wrong: divides by stride ** 2 in place of kernel_size ** 2; right only where the stride is the kernel size
def avg_pool2d_backward(grad_output, x, kernel_size, stride=None):
    s = stride or kernel_size
    share = grad_output / s**2
    out = np.zeros_like(x, dtype=float)
    n, c, hh, ww = share.shape
    for image in range(n):
        for ch in range(c):
            for i in range(hh):
                for j in range(ww):
                    out[image, ch, i*s:i*s+kernel_size, j*s:j*s+kernel_size] += share[image, ch, i, j]
    return out
# %% wrong: each gradient is repeated to a block as large as the kernel and the blocks lie side by side, as if the stride were kernel_size; wrong for every other stride with more than one window
def avg_pool2d_backward(grad_output, x, kernel_size, stride=None):
    # every output goes to k*k pixels
    k = kernel_size
    blocks = grad_output.repeat(k, axis=2).repeat(k, axis=3) / (k * k)
    N, C, H, W = x.shape
    blocks = blocks[:, :, :H, :W]
    result = np.zeros(x.shape)
    result[:, :, :blocks.shape[2], :blocks.shape[3]] = blocks
    return result
# %% wrong: two mistakes: = in place of +=, so windows that overlap overwrite each other; and a stride that is not given counts as 1
def avg_pool2d_backward(grad_output, x, kernel_size, stride=None):
    stride = 1 if stride is None else stride
    gx = np.zeros(x.shape)
    for i, j in np.ndindex(*grad_output.shape[2:]):
        rows = slice(i * stride, i * stride + kernel_size)
        cols = slice(j * stride, j * stride + kernel_size)
        gx[:, :, rows, cols] = (grad_output[:, :, i, j] / kernel_size ** 2)[:, :, None, None]
    return gx
# %% right: two matrices say which pixel lies in which window
def avg_pool2d_backward(grad_output, x, kernel_size, stride=None):
    step = kernel_size if stride is None else stride

    def member(windows, pixels):
        first = np.arange(windows)[:, None] * step
        place = np.arange(pixels)[None, :]
        return ((place >= first) & (place < first + kernel_size)) / kernel_size

    down, across = grad_output.shape[2:]
    return member(down, x.shape[2]).T @ grad_output @ member(across, x.shape[3])
