# %% wrong: factor 2 missing
def kernel_gradient(x, kernel, target):
    v = np.lib.stride_tricks.sliding_window_view(x, kernel.shape)
    return np.einsum("ij,ijuv->uv", (v * kernel).sum((2, 3)) - target, v)
# %% wrong: sign: target - output
def kernel_gradient(x, kernel, target):
    v = np.lib.stride_tricks.sliding_window_view(x, kernel.shape)
    return 2 * np.einsum("ij,ijuv->uv", target - (v * kernel).sum((2, 3)), v)
# %% wrong: mean squared error
def kernel_gradient(x, kernel, target):
    v = np.lib.stride_tricks.sliding_window_view(x, kernel.shape)
    e = (v * kernel).sum((2, 3)) - target
    return 2 * np.einsum("ij,ijuv->uv", e, v) / e.size
# %% wrong: turned by half a turn
def kernel_gradient(x, kernel, target):
    v = np.lib.stride_tricks.sliding_window_view(x, kernel.shape)
    return 2 * np.einsum("ij,ijuv->uv", (v * kernel).sum((2, 3)) - target, v)[::-1, ::-1]
# %% right: windows
def kernel_gradient(x, kernel, target):
    v = np.lib.stride_tricks.sliding_window_view(x, kernel.shape)
    return 2 * np.einsum("ij,ijuv->uv", (v * kernel).sum((2, 3)) - target, v)
