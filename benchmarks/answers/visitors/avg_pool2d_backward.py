# %% wrong: repeats each gradient over a tile of its own, as if the stride were always the kernel size
def avg_pool2d_backward(grad_output, x, kernel_size, stride=None):
    up = np.repeat(np.repeat(grad_output, kernel_size, axis=2), kernel_size, axis=3)
    up = up[:, :, :x.shape[2], :x.shape[3]] / kernel_size**2
    grad_x = np.zeros(x.shape)
    grad_x[:, :, :up.shape[2], :up.shape[3]] = up
    return grad_x


# %% wrong: where windows overlap, it takes the mean of what arrives, not the sum
def avg_pool2d_backward(grad_output, x, kernel_size, stride=None):
    s, k = stride or kernel_size, kernel_size
    density, cover = np.zeros(x.shape), np.zeros(x.shape)
    for i, j in np.ndindex(grad_output.shape[2:]):
        density[:, :, i * s:i * s + k, j * s:j * s + k] += grad_output[:, :, i:i + 1, j:j + 1] / k**2
        cover[:, :, i * s:i * s + k, j * s:j * s + k] += 1
    return density / np.maximum(cover, 1)


# %% wrong: each gradient is divided by the kernel size, not by its square
def avg_pool2d_backward(grad_output, x, kernel_size, stride=None):
    if stride is None:
        stride = kernel_size
    grad_x = np.zeros(x.shape)
    N, C, H, W = grad_output.shape
    for n in range(N):
        for c in range(C):
            for i in range(H):
                for j in range(W):
                    grad_x[n, c, i * stride:i * stride + kernel_size,
                           j * stride:j * stride + kernel_size] += grad_output[n, c, i, j] / kernel_size
    return grad_x


# %% right: transposed averaging matrices for rows and columns
def avg_pool2d_backward(grad_output, x, kernel_size, stride=None):
    stride = kernel_size if stride is None else stride

    def averaging(outputs, size):
        matrix = np.zeros((outputs, size))
        for i in range(outputs):
            matrix[i, i * stride:i * stride + kernel_size] = 1 / kernel_size
        return matrix

    rows = averaging(grad_output.shape[2], x.shape[2])
    columns = averaging(grad_output.shape[3], x.shape[3])
    return np.einsum("ia,ncij,jb->ncab", rows, grad_output, columns)
