# %% wrong: the product is reshaped to (N, C_out, H_out, W_out) at once, without reshape to channels last and transpose, so the numbers are scrambled
def conv2d_gemm(x, weight, bias, stride=1, padding=0):
    x = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    f, c, kh, kw = weight.shape
    win = np.lib.stride_tricks.sliding_window_view(x, (kh, kw), axis=(2, 3))[:, :, ::stride, ::stride]
    n, _, h, w = win.shape[:4]
    cols = win.transpose(0, 2, 3, 1, 4, 5).reshape(n * h * w, -1)
    return (cols @ weight.reshape(f, -1).T + bias).reshape(n, f, h, w)
# %% wrong: the weight is reshaped to (C_in · K_H · K_W, C_out) instead of flattened per filter and transposed, so the filters are mixed up
def conv2d_gemm(x, weight, bias, stride=1, padding=0):
    def im2col(x, kernel_size, stride, padding):
        x = np.pad(x, ((0, 0), (0, 0), (padding,) * 2, (padding,) * 2))
        v = np.lib.stride_tricks.sliding_window_view(x, kernel_size, axis=(2, 3))[:, :, ::stride, ::stride]
        v = v.transpose(0, 2, 3, 1, 4, 5)
        return v.reshape(v.shape[0] * v.shape[1] * v.shape[2], -1), v.shape[:3]
    matrix, (n, rows, columns) = im2col(x, weight.shape[2:], stride, padding)
    kernel = weight.reshape(-1, weight.shape[0])
    y = matrix @ kernel + bias
    return y.reshape(n, rows, columns, -1).transpose(0, 3, 1, 2)
# %% wrong: the output size is computed from the unpadded height and width, so with padding the reshape raises a ValueError
def conv2d_gemm(x, weight, bias, stride=1, padding=0):
    N, C, H, W = x.shape
    C_out, _, K_H, K_W = weight.shape
    H_out = (H - K_H) // stride + 1
    W_out = (W - K_W) // stride + 1
    xp = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    rows = [xp[n, :, i:i + K_H, j:j + K_W].ravel() for n in range(N)
            for i in range(0, xp.shape[2] - K_H + 1, stride)
            for j in range(0, xp.shape[3] - K_W + 1, stride)]
    product = np.array(rows) @ weight.reshape(C_out, -1).T
    return product.reshape(N, H_out, W_out, C_out).transpose(0, 3, 1, 2) + bias[:, None, None]
# %% wrong: the last transpose is (0, 3, 2, 1), so rows and columns of the output are swapped
def conv2d_gemm(x, weight, bias, stride=1, padding=0):
    x = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    filters, channels, kh, kw = weight.shape
    seen = np.lib.stride_tricks.sliding_window_view(x, (kh, kw), axis=(2, 3))
    seen = seen[:, :, ::stride, ::stride]
    n, _, down, across, _, _ = seen.shape
    a = seen.transpose(0, 2, 3, 1, 4, 5).reshape(-1, channels * kh * kw)
    b = weight.reshape(filters, -1)
    y = a @ b.T + bias
    return y.reshape(n, down, across, filters).transpose(0, 3, 2, 1)
# %% right: filters from the left, windows as columns, image by image
def conv2d_gemm(x, weight, bias, stride=1, padding=0):
    flat = weight.reshape(len(weight), -1)
    kh, kw = weight.shape[-2:]
    answers = []
    for image in x:
        image = np.pad(image, ((0, 0), (padding, padding), (padding, padding)))
        starts = [range(0, image.shape[1] - kh + 1, stride), range(0, image.shape[2] - kw + 1, stride)]
        columns = np.array([image[:, i:i + kh, j:j + kw].ravel() for i in starts[0] for j in starts[1]]).T
        product = flat @ columns + bias[:, None]
        answers.append(product.reshape(len(weight), len(starts[0]), len(starts[1])))
    return np.array(answers)
