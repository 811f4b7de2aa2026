# %% wrong: the product is reshaped to (N, C_out, H_out, W_out) at once, without transposing: right shape, scrambled numbers for more than one filter
def conv2d_gemm(x, weight, bias, stride=1, padding=0):
    def im2col(x, size):
        v = np.lib.stride_tricks.sliding_window_view(x, size, axis=(2, 3))[:, :, ::stride, ::stride]
        return v.transpose(0, 2, 3, 1, 4, 5).reshape(-1, x.shape[1] * size[0] * size[1])
    p = padding
    x = np.pad(x, ((0, 0), (0, 0), (p, p), (p, p)))
    f, _, kh, kw = weight.shape
    down, across = (x.shape[2] - kh) // stride + 1, (x.shape[3] - kw) // stride + 1
    product = im2col(x, (kh, kw)) @ weight.reshape(f, -1).T + bias
    return product.reshape(len(x), f, down, across)
# %% wrong: the weight is made a matrix by reshape(-1, C_out) instead of reshape(C_out, -1).T: the weights are scrambled for more than one filter
def conv2d_gemm(x, weight, bias, stride=1, padding=0):
    N = x.shape[0]
    C_out, C_in, KH, KW = weight.shape
    xp = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    H_out = (xp.shape[2] - KH) // stride + 1
    W_out = (xp.shape[3] - KW) // stride + 1
    # rows of the matrix
    cols = np.zeros((N * H_out * W_out, C_in * KH * KW))
    r = 0
    for n in range(N):
        for i in range(H_out):
            for j in range(W_out):
                cols[r] = xp[n, :, i*stride:i*stride+KH, j*stride:j*stride+KW].flatten()
                r += 1
    W = weight.reshape(-1, C_out)
    y = cols @ W + bias
    return y.reshape(N, H_out, W_out, C_out).transpose(0, 3, 1, 2)
# %% wrong: rows and columns of the output are exchanged at the end (transpose(0, 3, 2, 1)): each map is transposed; the wrong shape shows if the output is not square
def conv2d_gemm(x, weight, bias, stride=1, padding=0):
    x = np.pad(x, [(0, 0), (0, 0), (padding, padding), (padding, padding)])
    filters = weight.shape[0]
    view = np.lib.stride_tricks.sliding_window_view(x, weight.shape[2:], axis=(2, 3))
    view = view[:, :, ::stride, ::stride]
    n, c, h, w, kh, kw = view.shape
    matrix = view.transpose(0, 2, 3, 1, 4, 5).reshape(n * h * w, c * kh * kw)
    result = np.dot(matrix, weight.reshape(filters, c * kh * kw).T)
    result += bias
    return result.reshape(n, h, w, filters).transpose(0, 3, 2, 1)
# %% wrong: the axes of the product are taken as (H_out, W_out, N, C_out): the images are mixed up for a batch of two or more; right for one image
def conv2d_gemm(x, weight, bias, stride=1, padding=0):
    def columns(a, kh, kw):
        out = []
        for image in a:
            for top in range(0, a.shape[2] - kh + 1, stride):
                for left in range(0, a.shape[3] - kw + 1, stride):
                    out.append(image[:, top:top + kh, left:left + kw].ravel())
        return np.stack(out)
    a = np.pad(x, ((0, 0), (0, 0), (padding,) * 2, (padding,) * 2))
    k, _, kh, kw = weight.shape
    h = (a.shape[2] - kh) // stride + 1
    w = (a.shape[3] - kw) // stride + 1
    prod = columns(a, kh, kw) @ weight.reshape(k, -1).T
    y = prod.reshape(h, w, len(a), k).transpose(2, 3, 0, 1)
    return y + bias.reshape(-1, 1, 1)
# %% right: the bias is a last column of the weight matrix; windows are columns, so that filters come first
def conv2d_gemm(x, weight, bias, stride=1, padding=0):
    n, c, h, w = x.shape
    filters, _, kh, kw = weight.shape
    padded = np.pad(np.asarray(x, dtype=float), ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    down, across = (h + 2 * padding - kh) // stride + 1, (w + 2 * padding - kw) // stride + 1
    columns = np.ones((c * kh * kw + 1, n, down, across))
    for row, (channel, u, v) in enumerate(np.ndindex(c, kh, kw)):
        columns[row] = padded[:, channel, u:u + stride * down:stride, v:v + stride * across:stride]
    matrix = np.column_stack([weight.reshape(filters, -1), bias])
    product = matrix @ columns.reshape(len(columns), -1)
    return product.reshape(filters, n, down, across).swapaxes(0, 1)
