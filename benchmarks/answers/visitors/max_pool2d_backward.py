# %% wrong: two mistakes: every pixel that equals the maximum receives all, and windows always lie side by side whatever the stride
def max_pool2d_backward(grad_output, x, kernel_size, stride=None):
    k = kernel_size
    n, c, h, w = x.shape
    oh, ow = h // k, w // k
    tiles = x[:, :, :oh * k, :ow * k].reshape(n, c, oh, k, ow, k)
    mask = tiles == tiles.max(axis=(3, 5), keepdims=True)
    spread = mask * grad_output[:, :, :, None, :, None]
    grad_x = np.zeros(x.shape)
    grad_x[:, :, :oh * k, :ow * k] = spread.reshape(n, c, oh * k, ow * k)
    return grad_x


# %% wrong: where several values are largest, the gradient is shared equally among them
def max_pool2d_backward(grad_output, x, kernel_size, stride=None):
    stride = kernel_size if stride is None else stride
    grad_x = np.zeros(x.shape)
    for i in range(grad_output.shape[2]):
        for j in range(grad_output.shape[3]):
            at = np.s_[:, :, i * stride:i * stride + kernel_size, j * stride:j * stride + kernel_size]
            window = x[at]
            winners = (window == window.max(axis=(2, 3), keepdims=True)).astype(float)
            winners /= winners.sum(axis=(2, 3), keepdims=True)
            grad_x[at] += winners * grad_output[:, :, i, j][:, :, None, None]
    return grad_x


# %% wrong: by >= the last of several largest values wins, not the first
def max_pool2d_backward(grad_output, x, kernel_size, stride=None):
    if stride is None:
        stride = kernel_size
    N, C, H, W = x.shape
    grad_x = np.zeros((N, C, H, W))
    for n in range(N):
        for c in range(C):
            for i in range(grad_output.shape[2]):
                for j in range(grad_output.shape[3]):
                    best = -np.inf
                    for a in range(i * stride, i * stride + kernel_size):
                        for b in range(j * stride, j * stride + kernel_size):
                            if x[n, c, a, b] >= best:
                                best = x[n, c, a, b]
                                row, col = a, b
                    grad_x[n, c, row, col] += grad_output[n, c, i, j]
    return grad_x


# %% right: flat places of the winners, and bincount to add up
def max_pool2d_backward(grad_output, x, kernel_size, stride=None):
    stride = kernel_size if stride is None else stride
    n, c, h, w = x.shape
    view = np.lib.stride_tricks.sliding_window_view
    place = np.arange(x.size).reshape(x.shape)
    values, places = (view(a, (kernel_size, kernel_size), axis=(2, 3))[:, :, ::stride, ::stride]
                      .reshape(*grad_output.shape, -1) for a in (x, place))
    first = values.argmax(axis=-1)[..., None]
    winner = np.take_along_axis(places, first, axis=-1).ravel()
    total = np.bincount(winner, weights=np.ravel(grad_output).astype(float), minlength=x.size)
    return total.reshape(x.shape)
