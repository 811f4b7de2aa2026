# %% wrong: range(H - K): last row and column lost
def correlate2d(x, kernel):
    a, b = kernel.shape
    return np.array([[np.sum(x[i:i + a, j:j + b] * kernel) for j in range(x.shape[1] - b)] for i in range(x.shape[0] - a)])
# %% wrong: K_H used for both axes
def correlate2d(x, kernel):
    k = len(kernel)
    out = np.zeros((x.shape[0] - k + 1, x.shape[1] - k + 1))
    for i in range(out.shape[0]):
        for j in range(out.shape[1]):
            out[i, j] = np.sum(x[i:i + k, j:j + k] * kernel)
    return out
# %% wrong: matrix product @ then sum
def correlate2d(x, kernel):
    a, b = kernel.shape
    return np.array([[np.sum(x[i:i + a, j:j + b] @ kernel.T) for j in range(x.shape[1] - b + 1)] for i in range(x.shape[0] - a + 1)])
# %% wrong: output in the dtype of x (zeros_like): integer images cut the fractions
def correlate2d(x, kernel):
    a, b = kernel.shape
    out = np.zeros_like(x)[a - 1:, b - 1:]
    for i, j in np.ndindex(out.shape):
        out[i, j] = np.sum(x[i:i + a, j:j + b] * kernel)
    return out
# %% right: einsum
def correlate2d(x, kernel):
    return np.einsum("ijuv,uv->ij", np.lib.stride_tricks.sliding_window_view(x, kernel.shape), kernel)
