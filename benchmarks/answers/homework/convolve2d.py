# %% wrong: kernel.T[::-1]: a quarter turn
def convolve2d(x, kernel):
    k = np.rot90(kernel)
    return np.einsum("ijuv,uv->ij", np.lib.stride_tricks.sliding_window_view(x, k.shape), k)
# %% wrong: reverses rows only
def convolve2d(x, kernel):
    k = kernel[::-1]
    return np.einsum("ijuv,uv->ij", np.lib.stride_tricks.sliding_window_view(x, k.shape), k)
# %% wrong: turns the image, too
def convolve2d(x, kernel):
    k = kernel[::-1, ::-1]
    return np.einsum("ijuv,uv->ij", np.lib.stride_tricks.sliding_window_view(x[::-1, ::-1], k.shape), k)
# %% wrong: turns the output instead of the kernel
def convolve2d(x, kernel):
    return np.einsum("ijuv,uv->ij", np.lib.stride_tricks.sliding_window_view(x, kernel.shape), kernel)[::-1, ::-1]
# %% right: flipped windows
def convolve2d(x, kernel):
    return np.einsum("ijuv,uv->ij", np.lib.stride_tricks.sliding_window_view(x, kernel.shape), kernel[::-1, ::-1])
