# %% wrong: forgets the factor 2 of the square
def kernel_gradient(x, kernel, target):
    kh, kw = kernel.shape
    h, w = target.shape
    out = np.array([[(x[i:i + kh, j:j + kw] * kernel).sum() for j in range(w)] for i in range(h)])
    error = out - target
    return np.array([[(x[u:u + h, v:v + w] * error).sum() for v in range(kw)] for u in range(kh)])
# %% wrong: error with the wrong sign, target - output
def kernel_gradient(x, kernel, target):
    kh, kw = kernel.shape
    h, w = target.shape
    error = np.array(target, dtype=float)
    for u in range(kh):
        for v in range(kw):
            error -= kernel[u, v] * x[u:u + h, v:v + w]
    grad = np.zeros((kh, kw))
    for u in range(kh):
        for v in range(kw):
            grad[u, v] = 2 * np.sum(error * x[u:u + h, v:v + w])
    return grad
# %% wrong: frames of the kernel's size instead of the output's size: x[u:u + K_H] against the errors (crash or wrong)
def kernel_gradient(x, kernel, target):
    kh, kw = kernel.shape
    h, w = x.shape[0] - kh + 1, x.shape[1] - kw + 1
    error = np.zeros((h, w))
    for i in range(h):
        for j in range(w):
            error[i, j] = (x[i:i + kh, j:j + kw] * kernel).sum() - target[i, j]
    grad = np.zeros(kernel.shape)
    for u in range(kh):
        for v in range(kw):
            grad[u, v] = 2 * (x[u:u + kh, v:v + kw] * error).sum()
    return grad
# %% wrong: mean over the outputs instead of the sum (the slope of the mean squared error)
def kernel_gradient(x, kernel, target):
    windows = np.lib.stride_tricks.sliding_window_view(x, kernel.shape)
    error = np.einsum("ijuv,uv->ij", windows, kernel) - target
    return 2 * np.einsum("ijuv,ij->uv", windows, error) / error.size
# %% wrong: the gradient comes turned by a half turn
def kernel_gradient(x, kernel, target):
    windows = np.lib.stride_tricks.sliding_window_view(x, kernel.shape)
    error = (windows * kernel).sum(axis=(2, 3)) - target
    grad = 2 * (windows * error[:, :, None, None]).sum(axis=(0, 1))
    return grad[::-1, ::-1]
# %% wrong: forgets the target: gradient of sum(output ** 2)
def kernel_gradient(x, kernel, target):
    windows = np.lib.stride_tricks.sliding_window_view(x, kernel.shape)
    output = np.einsum("ijuv,uv->ij", windows, kernel)
    return 2 * np.einsum("ijuv,ij->uv", windows, output)
# %% right: the matrix of windows; 2 M^T (M k - t)
def kernel_gradient(x, kernel, target):
    m = np.lib.stride_tricks.sliding_window_view(x, kernel.shape).reshape(target.size, kernel.size)
    return (2 * m.T @ (m @ kernel.ravel() - target.ravel())).reshape(kernel.shape)
