# %% wrong: every winner of a tie receives the whole gradient (window == max) instead of the first one only
def max_pool2d_backward(grad_output, x, kernel_size, stride=None):
    s = kernel_size if stride is None else stride
    k = kernel_size
    grad = np.zeros(x.shape)
    for i in range(grad_output.shape[2]):
        for j in range(grad_output.shape[3]):
            win = x[:, :, i * s:i * s + k, j * s:j * s + k]
            mask = win == win.max(axis=(2, 3), keepdims=True)
            grad[:, :, i * s:i * s + k, j * s:j * s + k] += mask * grad_output[:, :, i:i + 1, j:j + 1]
    return grad
# %% wrong: the winner's place inside the window is used as a place in the image: the window's start (i * stride, j * stride) is not added, so all gradients land in the top left corner
def max_pool2d_backward(grad_output, x, kernel_size, stride=None):
    if stride is None:
        stride = kernel_size
    grad_x = np.zeros(x.shape)
    for n, c, i, j in np.ndindex(grad_output.shape):
        top, left = i * stride, j * stride
        window = x[n, c, top:top + kernel_size, left:left + kernel_size]
        row, column = np.unravel_index(np.argmax(window), window.shape)
        grad_x[n, c, row, column] += grad_output[n, c, i, j]
    return grad_x
# %% wrong: the gradient is stored with = instead of +=, so a pixel that wins in several overlapping windows keeps only the last one's gradient
def max_pool2d_backward(grad_output, x, kernel_size, stride=None):
    stride = stride or kernel_size
    out = np.zeros_like(x, dtype=float)
    N, C, Ho, Wo = grad_output.shape
    for n in range(N):
        for c in range(C):
            for i in range(Ho):
                for j in range(Wo):
                    a, b = i * stride, j * stride
                    best = x[n, c, a:a + kernel_size, b:b + kernel_size].argmax()
                    out[n, c, a + best // kernel_size, b + best % kernel_size] = grad_output[n, c, i, j]
    return out
# %% wrong: of several largest values in a window the last one receives the gradient instead of the first (>= in the comparison)
def max_pool2d_backward(grad_output, x, kernel_size, stride=None):
    if stride is None:
        stride = kernel_size
    grad_x = np.zeros(x.shape)
    for n in range(x.shape[0]):
        for c in range(x.shape[1]):
            for i in range(grad_output.shape[2]):
                for j in range(grad_output.shape[3]):
                    best = -np.inf
                    for r in range(i * stride, i * stride + kernel_size):
                        for q in range(j * stride, j * stride + kernel_size):
                            if x[n, c, r, q] >= best:
                                best = x[n, c, r, q]
                                winner = (n, c, r, q)
                    grad_x[winner] += grad_output[n, c, i, j]
    return grad_x
# %% right: argmax of all windows at once, scattered with np.add.at
def max_pool2d_backward(grad_output, x, kernel_size, stride=None):
    stride = stride or kernel_size
    n, c, ho, wo = grad_output.shape
    windows = np.lib.stride_tricks.sliding_window_view(x, (kernel_size, kernel_size), axis=(2, 3))
    windows = windows[:, :, ::stride, ::stride]
    place = windows.reshape(n, c, ho, wo, -1).argmax(axis=-1)
    N, C, I, J = np.indices(grad_output.shape)
    grad_x = np.zeros(x.shape)
    np.add.at(grad_x, (N, C, I * stride + place // kernel_size, J * stride + place % kernel_size), grad_output)
    return grad_x
