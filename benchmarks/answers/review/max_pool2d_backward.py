# %% wrong: the stride that is given is not used, windows always lie side by side (ValueError where a window is empty)
def max_pool2d_backward(grad_output, x, kernel_size, stride=None):
    stride = kernel_size
    grad = np.zeros(x.shape)
    for n, c, i, j in np.ndindex(grad_output.shape):
        top, left = i * stride, j * stride
        window = x[n, c, top:top + kernel_size, left:left + kernel_size]
        u, v = np.unravel_index(window.argmax(), window.shape)
        grad[n, c, top + u, left + v] += grad_output[n, c, i, j]
    return grad
# %% wrong: the place in the window is unravelled with the shape of the image, not of the window (IndexError where that leaves the image)
def max_pool2d_backward(grad_output, x, kernel_size, stride=None):
    stride = stride or kernel_size
    grad = np.zeros(x.shape)
    for n, c, i, j in np.ndindex(grad_output.shape):
        top, left = i * stride, j * stride
        window = x[n, c, top:top + kernel_size, left:left + kernel_size]
        u, v = np.unravel_index(window.argmax(), x.shape[2:])
        grad[n, c, top + u, left + v] += grad_output[n, c, i, j]
    return grad
# %% wrong: of equal values the last one gets the gradient
def max_pool2d_backward(grad_output, x, kernel_size, stride=None):
    stride = stride or kernel_size
    grad = np.zeros(x.shape)
    for n, c, i, j in np.ndindex(grad_output.shape):
        best, place = -np.inf, None
        for u in range(i * stride, i * stride + kernel_size):
            for v in range(j * stride, j * stride + kernel_size):
                if x[n, c, u, v] >= best:
                    best, place = x[n, c, u, v], (u, v)
        grad[n, c, place[0], place[1]] += grad_output[n, c, i, j]
    return grad
# %% right: divmod of argmax, all images at once
def max_pool2d_backward(grad_output, x, kernel_size, stride=None):
    if stride is None:
        stride = kernel_size
    n, c, h, w = grad_output.shape
    grad = np.zeros(x.shape)
    image, channel = np.mgrid[:n, :c]
    for i in range(h):
        for j in range(w):
            top, left = i * stride, j * stride
            window = x[:, :, top:top + kernel_size, left:left + kernel_size].reshape(n, c, -1)
            u, v = np.divmod(window.argmax(axis=2), kernel_size)
            grad[image, channel, top + u, left + v] += grad_output[:, :, i, j]
    return grad
