# %% wrong: vertical stride for both
def correlate2d_strided(x, kernel, stride=1, padding=0):
    s = stride if np.isscalar(stride) else stride[0]
    p = (padding, padding) if np.isscalar(padding) else padding
    x = np.pad(x, ((p[0], p[0]), (p[1], p[1])))
    return np.einsum("ijuv,uv->ij", np.lib.stride_tricks.sliding_window_view(x, kernel.shape)[::s, ::s], kernel)
# %% wrong: np.pad(x, pair): before and after
def correlate2d_strided(x, kernel, stride=1, padding=0):
    a, b = (stride, stride) if np.isscalar(stride) else stride
    x = np.pad(x, padding)
    return np.einsum("ijuv,uv->ij", np.lib.stride_tricks.sliding_window_view(x, kernel.shape)[::a, ::b], kernel)
# %% wrong: strides swapped
def correlate2d_strided(x, kernel, stride=1, padding=0):
    a, b = (stride, stride) if np.isscalar(stride) else stride
    p = (padding, padding) if np.isscalar(padding) else padding
    x = np.pad(x, ((p[0], p[0]), (p[1], p[1])))
    return np.einsum("ijuv,uv->ij", np.lib.stride_tricks.sliding_window_view(x, kernel.shape)[::b, ::a], kernel)
# %% wrong: pads the output
def correlate2d_strided(x, kernel, stride=1, padding=0):
    a, b = (stride, stride) if np.isscalar(stride) else stride
    p = (padding, padding) if np.isscalar(padding) else padding
    y = np.einsum("ijuv,uv->ij", np.lib.stride_tricks.sliding_window_view(x, kernel.shape), kernel)
    return np.pad(y, ((p[0], p[0]), (p[1], p[1])))[::a, ::b]
# %% right: windows
def correlate2d_strided(x, kernel, stride=1, padding=0):
    a, b = (stride, stride) if np.isscalar(stride) else stride
    p = (padding, padding) if np.isscalar(padding) else padding
    x = np.pad(x, ((p[0], p[0]), (p[1], p[1])))
    return np.einsum("ijuv,uv->ij", np.lib.stride_tricks.sliding_window_view(x, kernel.shape)[::a, ::b], kernel)
