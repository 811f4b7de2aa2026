# %% wrong: the product is reshaped straight to (N, C_out, H_out, W_out), without moving the last axis
def conv2d_gemm(x, weight, bias, stride=1, padding=0):
    from cnnhelpers import mine
    im2col = mine.im2col
    c_out, _, k_h, k_w = weight.shape
    h_out = (x.shape[2] + 2 * padding - k_h) // stride + 1
    w_out = (x.shape[3] + 2 * padding - k_w) // stride + 1
    product = im2col(x, (k_h, k_w), stride, padding) @ weight.reshape(c_out, -1).T + bias
    return product.reshape(len(x), c_out, h_out, w_out)
# %% wrong: stride and padding are handed to im2col in the wrong order (ValueError unless they are equal)
def conv2d_gemm(x, weight, bias, stride=1, padding=0):
    from cnnhelpers import mine
    im2col = mine.im2col
    c_out, _, k_h, k_w = weight.shape
    h_out = (x.shape[2] + 2 * padding - k_h) // stride + 1
    w_out = (x.shape[3] + 2 * padding - k_w) // stride + 1
    product = im2col(x, (k_h, k_w), padding, stride) @ weight.reshape(c_out, -1).T + bias
    return product.reshape(len(x), h_out, w_out, c_out).transpose(0, 3, 1, 2)
# %% wrong: the weight is reshaped to (-1, C_out) instead of being flattened by filter and transposed
def conv2d_gemm(x, weight, bias, stride=1, padding=0):
    from cnnhelpers import mine
    im2col = mine.im2col
    c_out, _, k_h, k_w = weight.shape
    h_out = (x.shape[2] + 2 * padding - k_h) // stride + 1
    w_out = (x.shape[3] + 2 * padding - k_w) // stride + 1
    product = im2col(x, (k_h, k_w), stride, padding) @ weight.reshape(-1, c_out) + bias
    return product.reshape(len(x), h_out, w_out, c_out).transpose(0, 3, 1, 2)
# %% wrong: rows and columns of the output are exchanged (transpose(0, 3, 2, 1))
def conv2d_gemm(x, weight, bias, stride=1, padding=0):
    from cnnhelpers import mine
    im2col = mine.im2col
    f, c, u, v = weight.shape
    rows = im2col(x, (u, v), stride, padding)
    down = (x.shape[2] + 2 * padding - u) // stride + 1
    y = (rows @ weight.reshape(f, c * u * v).T).reshape(len(x), down, -1, f)
    return y.transpose(0, 3, 2, 1) + bias[:, None, None]
# %% wrong: the kernel is taken for square, (K_W, K_W) (ValueError in the product if it is not)
def conv2d_gemm(x, weight, bias, stride=1, padding=0):
    from cnnhelpers import mine
    im2col = mine.im2col
    c_out, k = weight.shape[0], weight.shape[-1]
    h_out = (x.shape[2] + 2 * padding - k) // stride + 1
    w_out = (x.shape[3] + 2 * padding - k) // stride + 1
    product = im2col(x, (k, k), stride, padding) @ weight.reshape(c_out, -1).T + bias
    return product.reshape(len(x), h_out, w_out, c_out).transpose(0, 3, 1, 2)
# %% wrong: the bias is added as a column, to the rows of the product (ValueError unless there are as many windows as filters)
def conv2d_gemm(x, weight, bias, stride=1, padding=0):
    from cnnhelpers import mine
    im2col = mine.im2col
    c_out, _, k_h, k_w = weight.shape
    h_out = (x.shape[2] + 2 * padding - k_h) // stride + 1
    w_out = (x.shape[3] + 2 * padding - k_w) // stride + 1
    product = im2col(x, (k_h, k_w), stride, padding) @ weight.reshape(c_out, -1).T
    product = product + bias[:, None]
    return product.reshape(len(x), h_out, w_out, c_out).transpose(0, 3, 1, 2)
# %% right: filters times windows, the other way round
def conv2d_gemm(x, weight, bias, stride=1, padding=0):
    from cnnhelpers import mine
    c_out, c_in, k_h, k_w = weight.shape
    down = (x.shape[2] + 2 * padding - k_h) // stride + 1
    across = (x.shape[3] + 2 * padding - k_w) // stride + 1
    matrix = mine.im2col(x, (k_h, k_w), stride, padding)
    product = weight.reshape(c_out, -1) @ matrix.T
    images = product.reshape(c_out, len(x), down, across).swapaxes(0, 1)
    return images + bias.reshape(1, c_out, 1, 1)
