# %% wrong: the product is reshaped to (N, C_out, H_out, W_out) at once, without moving the filters from the last axis: scrambled numbers
def conv2d_gemm(x, weight, bias, stride=1, padding=0):
    n, _, h, w = x.shape
    filters, _, k_h, k_w = weight.shape
    padded = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    view = np.lib.stride_tricks.sliding_window_view(padded, (k_h, k_w), axis=(2, 3))[:, :, ::stride, ::stride]
    down, across = view.shape[2:4]
    rows = view.transpose(0, 2, 3, 1, 4, 5).reshape(n * down * across, -1)
    product = rows @ weight.reshape(filters, -1).T + bias
    return product.reshape(n, filters, down, across)
# %% wrong: weight.reshape(-1, C_out) instead of reshape(C_out, -1).T: the right shape, but the filters are mixed
def conv2d_gemm(x, weight, bias, stride=1, padding=0):
    filters, channels, k_h, k_w = weight.shape
    padded = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    down = (padded.shape[2] - k_h) // stride + 1
    across = (padded.shape[3] - k_w) // stride + 1
    rows = np.array([padded[n, :, i * stride:i * stride + k_h, j * stride:j * stride + k_w].ravel()
                     for n in range(len(x)) for i in range(down) for j in range(across)])
    product = rows @ weight.reshape(-1, filters) + bias
    return product.reshape(len(x), down, across, filters).transpose(0, 3, 1, 2)
# %% wrong: the bias is forgotten
def conv2d_gemm(x, weight, bias, stride=1, padding=0):
    filters, channels, k_h, k_w = weight.shape
    padded = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    view = np.lib.stride_tricks.sliding_window_view(padded, (k_h, k_w), axis=(2, 3))[:, :, ::stride, ::stride]
    n, c, down, across = view.shape[:4]
    rows = view.transpose(0, 2, 3, 1, 4, 5).reshape(-1, c * k_h * k_w)
    product = rows @ weight.reshape(filters, -1).T
    return product.reshape(n, down, across, filters).transpose(0, 3, 1, 2)
# %% wrong: H_out and W_out are computed without the padding, so the reshape ends in a ValueError where padding makes more outputs
def conv2d_gemm(x, weight, bias, stride=1, padding=0):
    n, c, h, w = x.shape
    filters, _, k_h, k_w = weight.shape
    padded = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    view = np.lib.stride_tricks.sliding_window_view(padded, (k_h, k_w), axis=(2, 3))[:, :, ::stride, ::stride]
    rows = view.transpose(0, 2, 3, 1, 4, 5).reshape(-1, c * k_h * k_w)
    product = rows @ weight.reshape(filters, -1).T + bias
    down, across = (h - k_h) // stride + 1, (w - k_w) // stride + 1
    return product.reshape(n, down, across, filters).transpose(0, 3, 1, 2)
# %% right: filters times columns, image by image
def conv2d_gemm(x, weight, bias, stride=1, padding=0):
    filters, _, k_h, k_w = weight.shape
    matrix = weight.reshape(filters, -1)
    answers = []
    for image in np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding))):
        view = np.lib.stride_tricks.sliding_window_view(image, (k_h, k_w), axis=(1, 2))[:, ::stride, ::stride]
        down, across = view.shape[1:3]
        columns = np.moveaxis(view, (1, 2), (-2, -1)).reshape(-1, down * across)
        answers.append((matrix @ columns + np.reshape(bias, (-1, 1))).reshape(filters, down, across))
    return np.stack(answers)
