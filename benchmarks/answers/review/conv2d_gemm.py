# %% wrong: the product is reshaped to (N, C_out, H_out, W_out) at once, without moving the filters' axis
def conv2d_gemm(x, weight, bias, stride=1, padding=0):
    x = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    view = np.lib.stride_tricks.sliding_window_view(x, weight.shape[2:], axis=(2, 3))[:, :, ::stride, ::stride]
    n, c, h, w, kh, kw = view.shape
    rows = view.transpose(0, 2, 3, 1, 4, 5).reshape(n * h * w, -1)
    product = rows @ weight.reshape(len(weight), -1).T + bias
    return product.reshape(n, len(weight), h, w)
# %% wrong: the weight is reshaped to (-1, C_out) in place of being transposed, which scrambles the filters
def conv2d_gemm(x, weight, bias, stride=1, padding=0):
    x = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    view = np.lib.stride_tricks.sliding_window_view(x, weight.shape[2:], axis=(2, 3))[:, :, ::stride, ::stride]
    n, c, h, w, kh, kw = view.shape
    rows = view.transpose(0, 2, 3, 1, 4, 5).reshape(n * h * w, -1)
    product = rows @ weight.reshape(-1, len(weight)) + bias
    return product.reshape(n, h, w, -1).transpose(0, 3, 1, 2)
# %% wrong: transpose(0, 3, 2, 1) exchanges rows and columns of the output
def conv2d_gemm(x, weight, bias, stride=1, padding=0):
    x = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    view = np.lib.stride_tricks.sliding_window_view(x, weight.shape[2:], axis=(2, 3))[:, :, ::stride, ::stride]
    n, c, h, w, kh, kw = view.shape
    rows = view.transpose(0, 2, 3, 1, 4, 5).reshape(n * h * w, -1)
    product = rows @ weight.reshape(len(weight), -1).T + bias
    return product.reshape(n, h, w, -1).transpose(0, 3, 2, 1)
