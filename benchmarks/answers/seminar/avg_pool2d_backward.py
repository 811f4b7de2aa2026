# %% wrong: = instead of +=, so overlapping windows overwrite each other
def avg_pool2d_backward(grad_output, x, kernel_size, stride=None):
    stride = kernel_size if stride is None else stride
    grad = np.zeros(x.shape)
    for i in range(grad_output.shape[2]):
        for j in range(grad_output.shape[3]):
            a, b = i * stride, j * stride
            grad[:, :, a:a + kernel_size, b:b + kernel_size] = grad_output[:, :, i:i + 1, j:j + 1] / kernel_size ** 2
    return grad
# %% wrong: divides by kernel_size instead of kernel_size ** 2; shows with a kernel above 1
def avg_pool2d_backward(grad_output, x, kernel_size, stride=None):
    if stride is None:
        stride = kernel_size
    h_out, w_out = grad_output.shape[2:]
    dx = np.zeros(x.shape)
    for u in range(kernel_size):
        for v in range(kernel_size):
            dx[:, :, u:u + h_out * stride:stride, v:v + w_out * stride:stride] += grad_output
    return dx / kernel_size
# %% wrong: a stride that is not given counts as 1 instead of kernel_size
def avg_pool2d_backward(grad_output, x, kernel_size, stride=None):
    s = stride or 1
    result = np.zeros(x.shape)
    share = grad_output / kernel_size ** 2
    for n, c, i, j in np.ndindex(grad_output.shape):
        result[n, c, i * s:i * s + kernel_size, j * s:j * s + kernel_size] += share[n, c, i, j]
    return result
# %% wrong: ignores the stride and lays the windows side by side; right only where stride is kernel_size or not given
def avg_pool2d_backward(grad_output, x, kernel_size, stride=None):
    H, W = x.shape[2:]
    big = np.repeat(np.repeat(grad_output, kernel_size, axis=2), kernel_size, axis=3)
    big = big[:, :, :H, :W] / kernel_size ** 2
    answer = np.zeros(x.shape)
    answer[:, :, :big.shape[2], :big.shape[3]] = big  # what is left over stays 0
    return answer
# %% right: two matrices, one for rows and one for columns
def avg_pool2d_backward(grad_output, x, kernel_size, stride=None):
    step = stride or kernel_size

    def readers(outputs, length):
        matrix = np.zeros((outputs, length))
        for number in range(outputs):
            matrix[number, number * step:number * step + kernel_size] = 1 / kernel_size
        return matrix

    down = readers(grad_output.shape[2], x.shape[2])
    across = readers(grad_output.shape[3], x.shape[3])
    return down.T @ grad_output @ across
