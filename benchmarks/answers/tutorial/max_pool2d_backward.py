# %% wrong: every largest value of a window gets the whole gradient (x == max), so with ties more arrives than was sent; right without ties
def max_pool2d_backward(grad_output, x, kernel_size, stride=None):
    s = stride or kernel_size
    out = np.zeros(x.shape)
    for i in range(grad_output.shape[2]):
        for j in range(grad_output.shape[3]):
            rows, cols = slice(i * s, i * s + kernel_size), slice(j * s, j * s + kernel_size)
            block = x[:, :, rows, cols]
            winners = block == block.max(axis=(2, 3), keepdims=True)
            out[:, :, rows, cols] += winners * grad_output[:, :, i, j][:, :, None, None]
    return out
# %% wrong: the winner is looked up in the whole image by its value, so where the same value also stands before the window, the gradient goes to that pixel outside of it
def max_pool2d_backward(grad_output, x, kernel_size, stride=None):
    step = kernel_size if stride is None else stride
    grad = np.zeros(x.shape)
    for n, c, i, j in np.ndindex(grad_output.shape):
        window = x[n, c, i * step:i * step + kernel_size, j * step:j * step + kernel_size]
        row, column = np.argwhere(x[n, c] == window.max())[0]
        grad[n, c, row, column] += grad_output[n, c, i, j]
    return grad
# %% wrong: cuts the image into tiles by reshape, so it raises ValueError where rows or columns are left over or the stride is not the kernel size; right for tiles that fit exactly
def max_pool2d_backward(grad_output, x, kernel_size, stride=None):
    N, C, H, W = x.shape
    k = kernel_size
    tiles = x.reshape(N, C, H // k, k, W // k, k).transpose(0, 1, 2, 4, 3, 5)
    tiles = tiles.reshape(N, C, H // k, W // k, k * k)
    first = tiles.argmax(axis=-1)
    sent = np.zeros(tiles.shape)
    np.put_along_axis(sent, first[..., None], grad_output[..., None], axis=-1)
    back = sent.reshape(N, C, H // k, W // k, k, k).transpose(0, 1, 2, 4, 3, 5)
    return back.reshape(N, C, H, W)
# %% wrong: two mistakes: without a stride the windows begin 1 apart instead of kernel_size, and a pixel that wins in several windows keeps only the last gradient (= instead of +=)
def max_pool2d_backward(grad_output, x, kernel_size, stride=None):
    if stride is None:
        stride = 1
    grad_x = np.zeros(x.shape)
    N, C, down, across = grad_output.shape
    for n in range(N):
        for c in range(C):
            for i in range(down):
                for j in range(across):
                    top, left = i * stride, j * stride
                    window = x[n, c, top:top + kernel_size, left:left + kernel_size]
                    r, q = np.unravel_index(window.argmax(), window.shape)
                    grad_x[n, c, top + r, left + q] = grad_output[n, c, i, j]
    return grad_x
# %% right: divmod of the argmax, loops over places only
def max_pool2d_backward(grad_output, x, kernel_size, stride=None):
    stride = kernel_size if stride is None else stride
    N, C = x.shape[:2]
    result = np.zeros(x.shape)
    n, c = np.meshgrid(np.arange(N), np.arange(C), indexing="ij")
    for i in range(grad_output.shape[2]):
        for j in range(grad_output.shape[3]):
            part = x[:, :, i * stride:i * stride + kernel_size, j * stride:j * stride + kernel_size]
            row, column = np.divmod(part.reshape(N, C, -1).argmax(axis=2), kernel_size)
            result[n, c, i * stride + row, j * stride + column] += grad_output[:, :, i, j]
    return result
