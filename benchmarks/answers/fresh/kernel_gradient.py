# %% wrong: forgets the factor 2
def kernel_gradient(x, kernel, target):
    win = np.lib.stride_tricks.sliding_window_view(x, kernel.shape)
    err = np.einsum("ijuv,uv->ij", win, kernel) - target
    return np.einsum("ijuv,ij->uv", win, err)
# %% wrong: the errors are put into a copy of the target, so an integer target truncates them
def kernel_gradient(x, kernel, target):
    kh, kw = kernel.shape
    err = target.copy()
    for i in range(target.shape[0]):
        for j in range(target.shape[1]):
            err[i, j] = (x[i:i + kh, j:j + kw] * kernel).sum() - target[i, j]
    grad = np.zeros(kernel.shape)
    for i in range(target.shape[0]):
        for j in range(target.shape[1]):
            grad += 2 * err[i, j] * x[i:i + kh, j:j + kw]
    return grad
# %% wrong: mean over the positions instead of the sum
def kernel_gradient(x, kernel, target):
    view = np.lib.stride_tricks.sliding_window_view(x, kernel.shape)
    pred = (view * kernel).sum(axis=(2, 3))
    delta = 2 * (pred - target) / target.size
    return np.tensordot(delta, view, axes=([0, 1], [0, 1]))
# %% wrong: zeros_like(kernel) buffer, an integer kernel truncates (or += raises)
def kernel_gradient(x, kernel, target):
    grad = np.zeros_like(kernel)
    oh, ow = target.shape
    pred = np.zeros((oh, ow))
    for i in range(oh):
        for j in range(ow):
            pred[i, j] = np.sum(x[i:i + kernel.shape[0], j:j + kernel.shape[1]] * kernel)
    for u in range(kernel.shape[0]):
        for v in range(kernel.shape[1]):
            grad[u, v] = np.sum(2 * (pred - target) * x[u:u + oh, v:v + ow])
    return grad
# %% wrong: numerical forward difference with a step of 1e-3, not exact
def kernel_gradient(x: np.ndarray, kernel: np.ndarray, target: np.ndarray) -> np.ndarray:
    def loss(k):
        view = np.lib.stride_tricks.sliding_window_view(x, k.shape)
        return np.sum((np.sum(view * k, axis=(2, 3)) - target) ** 2)
    eps = 1e-3
    base = loss(kernel)
    grad = np.zeros(kernel.shape)
    for u in range(kernel.shape[0]):
        for v in range(kernel.shape[1]):
            moved = kernel.astype(float).copy()
            moved[u, v] += eps
            grad[u, v] = (loss(moved) - base) / eps
    return grad
# %% wrong: two mistakes, no factor 2 and the answer flipped
def kernel_gradient(x, kernel, target):
    win = np.lib.stride_tricks.sliding_window_view(x, kernel.shape)
    residual = (win * kernel).sum((-1, -2)) - target
    g = (win * residual[:, :, None, None]).sum((0, 1))
    return np.flip(g)
# %% wrong: square kernel assumed, K = kernel.shape[0] for both directions
def kernel_gradient(x, kernel, target):
    k = kernel.shape[0]
    grad = np.zeros_like(kernel, dtype=float)
    n, m = x.shape[0] - k + 1, x.shape[1] - k + 1
    for i in range(n):
        for j in range(m):
            piece = x[i:i + k, j:j + k]
            grad += 2 * (np.sum(piece * kernel) - target[i, j]) * piece
    return grad
# %% wrong: subtracts the prediction from target in place (target -= pred), the argument is changed
def kernel_gradient(x, kernel, target):
    kh, kw = kernel.shape
    oh, ow = target.shape
    for i in range(oh):
        for j in range(ow):
            target[i, j] -= np.sum(x[i:i + kh, j:j + kw] * kernel)
    return np.array([[-2 * np.sum(target * x[u:u + oh, v:v + ow]) for v in range(kw)] for u in range(kh)])
# %% right: im2col
def kernel_gradient(x, kernel, target):
    kh, kw = kernel.shape
    A = np.lib.stride_tricks.sliding_window_view(x, (kh, kw)).reshape(-1, kh * kw)
    r = A @ kernel.reshape(-1) - np.asarray(target).reshape(-1)
    return (2 * (A.T @ r)).reshape(kh, kw)
# %% right: loops
def kernel_gradient(x, kernel, target):
    kh, kw = kernel.shape
    g = np.zeros((kh, kw))
    for i in range(x.shape[0] - kh + 1):
        for j in range(x.shape[1] - kw + 1):
            patch = x[i:i + kh, j:j + kw]
            diff = np.sum(patch * kernel) - target[i, j]
            g = g + 2 * diff * patch
    return g
