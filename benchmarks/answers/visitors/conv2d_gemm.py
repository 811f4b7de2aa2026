# %% wrong: the weight is reshaped to (-1, C_out) directly, as if the filters were its last axis, not transposed
def conv2d_gemm(x, weight, bias, stride=1, padding=0):
    filters, _, kh, kw = weight.shape
    x = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    patches = np.lib.stride_tricks.sliding_window_view(x, (kh, kw), axis=(2, 3))[:, :, ::stride, ::stride]
    n, c, h, w = patches.shape[:4]
    rows = patches.transpose(0, 2, 3, 1, 4, 5).reshape(n * h * w, -1)
    y = rows @ weight.reshape(-1, filters) + bias
    return y.reshape(n, h, w, filters).transpose(0, 3, 1, 2)


# %% wrong: reshapes the product to (N, C_out, H, W) at once, without moving the axes
def conv2d_gemm(x, weight, bias, stride=1, padding=0):
    p, s = padding, stride
    F, C, KH, KW = weight.shape
    x = np.pad(x, ((0, 0), (0, 0), (p, p), (p, p)))
    N, _, H, W = x.shape
    h, w = (H - KH) // s + 1, (W - KW) // s + 1
    A = np.array([x[n, :, i * s:i * s + KH, j * s:j * s + KW].ravel() for n, i, j in np.ndindex(N, h, w)])
    B = weight.reshape(F, -1).T
    return (A @ B + bias).reshape(N, F, h, w)


# %% wrong: takes the kernel for a square, with the height in place of its width
def conv2d_gemm(x, weight, bias, stride=1, padding=0):
    N, C, H, W = x.shape
    F = weight.shape[0]
    K = weight.shape[2]
    x_pad = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)), mode="constant")
    H_out = (H + 2 * padding - K) // stride + 1
    W_out = (W + 2 * padding - K) // stride + 1
    col = np.zeros((N * H_out * W_out, C * K * K))
    r = 0
    for n in range(N):
        for i in range(H_out):
            for j in range(W_out):
                col[r] = x_pad[n, :, i * stride:i * stride + K, j * stride:j * stride + K].flatten()
                r += 1
    out = col @ weight.reshape(F, -1).T + bias
    return out.reshape(N, H_out, W_out, F).transpose(0, 3, 1, 2)


# %% right: windows in columns, one product with the weight on the left and the bias as one more weight
def conv2d_gemm(x, weight, bias, stride=1, padding=0):
    filters, channels, rows, columns = weight.shape
    padded = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    down = (padded.shape[2] - rows) // stride + 1
    across = (padded.shape[3] - columns) // stride + 1
    lines = [padded[:, c, u:u + stride * down:stride, v:v + stride * across:stride][:, :down, :across].ravel()
             for c, u, v in np.ndindex(channels, rows, columns)]
    lines.append(np.ones(len(x) * down * across))
    product = np.column_stack([weight.reshape(filters, -1), bias]) @ np.array(lines)
    return product.reshape(filters, len(x), down, across).swapaxes(0, 1)
