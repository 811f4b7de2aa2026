# %% wrong: no division
def avg_pool2d_backward(grad_output, x, kernel_size, stride=None):
    k, s = kernel_size, stride or kernel_size
    g = np.zeros(x.shape)
    for i in range(grad_output.shape[2]):
        for j in range(grad_output.shape[3]):
            g[:, :, i * s:i * s + k, j * s:j * s + k] += grad_output[:, :, i, j, None, None]
    return g
# %% wrong: divides by kernel_size, not by its square
def avg_pool2d_backward(grad_output, x, kernel_size, stride=None):
    k, s = kernel_size, stride or kernel_size
    g = np.zeros(x.shape)
    for n, c, i, j in np.ndindex(grad_output.shape):
        g[n, c, i * s:i * s + k, j * s:j * s + k] += grad_output[n, c, i, j] / k
    return g
# %% wrong: np.repeat: crash or short if stride differs or a rest is left
def avg_pool2d_backward(grad_output, x, kernel_size, stride=None):
    g = grad_output / kernel_size ** 2
    return g.repeat(kernel_size, axis=2).repeat(kernel_size, axis=3)
# %% wrong: divides by the stride squared
def avg_pool2d_backward(grad_output, x, kernel_size, stride=None):
    if stride is None:
        stride = kernel_size
    g = np.zeros(x.shape)
    for n, c, i, j in np.ndindex(grad_output.shape):
        a, b = i * stride, j * stride
        g[n, c, a:a + kernel_size, b:b + kernel_size] += grad_output[n, c, i, j] / stride ** 2
    return g
# %% wrong: multiplies by x's share of the window
def avg_pool2d_backward(grad_output, x, kernel_size, stride=None):
    k, s = kernel_size, stride or kernel_size
    g = np.zeros(x.shape)
    for n, c, i, j in np.ndindex(grad_output.shape):
        w = x[n, c, i * s:i * s + k, j * s:j * s + k]
        g[n, c, i * s:i * s + k, j * s:j * s + k] += grad_output[n, c, i, j] * w / k ** 2
    return g
# %% wrong: np.zeros_like(x): integer x cuts everything to 0
def avg_pool2d_backward(grad_output, x, kernel_size, stride=None):
    k, s = kernel_size, stride or kernel_size
    g = np.zeros_like(x)
    for n, c, i, j in np.ndindex(grad_output.shape):
        w = g[n, c, i * s:i * s + k, j * s:j * s + k]
        w[...] = w + (grad_output[n, c, i, j] / k ** 2)
    return g
# %% right: loop over taps
def avg_pool2d_backward(grad_output, x, kernel_size, stride=None):
    s = stride or kernel_size
    h, w = grad_output.shape[2:]
    g = np.zeros(x.shape)
    for u in range(kernel_size):
        for v in range(kernel_size):
            g[:, :, u:u + s * h:s, v:v + s * w:s] += grad_output / kernel_size ** 2
    return g
# %% right: two coverage matrices
def avg_pool2d_backward(grad_output, x, kernel_size, stride=None):
    s = stride or kernel_size
    def cover(n, size):
        d = np.arange(size) - s * np.arange(n)[:, None]
        return ((d >= 0) & (d < kernel_size)) / kernel_size
    return np.einsum("ncij,ih,jw->nchw", grad_output, cover(grad_output.shape[2], x.shape[2]), cover(grad_output.shape[3], x.shape[3]))
