# %% wrong: assigned, not added
def col2im(columns, x_shape, kernel_size, stride=1, padding=0):
    n, c, h, w = x_shape
    k, s, p = kernel_size, stride, padding
    a, b = (h + 2 * p - k) // s + 1, (w + 2 * p - k) // s + 1
    v = columns.reshape(n, a, b, c, k, k).transpose(0, 3, 1, 2, 4, 5)
    out = np.zeros((n, c, h + 2 * p, w + 2 * p))
    for i in range(k):
        for j in range(k):
            out[:, :, i:i + s * a:s, j:j + s * b:s] = v[..., i, j]
    return out[:, :, p:p + h, p:p + w]
# %% wrong: divides by the number of windows that read the pixel (an inverse of im2col)
def col2im(columns, x_shape, kernel_size, stride=1, padding=0):
    n, c, h, w = x_shape
    k, s, p = kernel_size, stride, padding
    a, b = (h + 2 * p - k) // s + 1, (w + 2 * p - k) // s + 1
    v = columns.reshape(n, a, b, c, k, k).transpose(0, 3, 1, 2, 4, 5)
    out = np.zeros((n, c, h + 2 * p, w + 2 * p))
    count = np.zeros(out.shape)
    for i in range(k):
        for j in range(k):
            out[:, :, i:i + s * a:s, j:j + s * b:s] += v[..., i, j]
            count[:, :, i:i + s * a:s, j:j + s * b:s] += 1
    return (out / np.maximum(count, 1))[:, :, p:p + h, p:p + w]
# %% wrong: out[p:-p]: empty for padding 0
def col2im(columns, x_shape, kernel_size, stride=1, padding=0):
    n, c, h, w = x_shape
    k, s, p = kernel_size, stride, padding
    a, b = (h + 2 * p - k) // s + 1, (w + 2 * p - k) // s + 1
    v = columns.reshape(n, a, b, c, k, k)
    out = np.zeros((n, c, h + 2 * p, w + 2 * p))
    for i in range(a):
        for j in range(b):
            out[:, :, i * s:i * s + k, j * s:j * s + k] += v[:, i, j]
    return out[:, :, p:-p, p:-p]
# %% wrong: columns read as (N, C, K, K, ...) without the transpose
def col2im(columns, x_shape, kernel_size, stride=1, padding=0):
    n, c, h, w = x_shape
    k, s, p = kernel_size, stride, padding
    a, b = (h + 2 * p - k) // s + 1, (w + 2 * p - k) // s + 1
    v = columns.reshape(n, c, a, b, k, k)
    out = np.zeros((n, c, h + 2 * p, w + 2 * p))
    for i in range(k):
        for j in range(k):
            out[:, :, i:i + s * a:s, j:j + s * b:s] += v[..., i, j]
    return out[:, :, p:p + h, p:p + w]
# %% wrong: stride forgotten in the places (stride > 1)
def col2im(columns, x_shape, kernel_size, stride=1, padding=0):
    n, c, h, w = x_shape
    k, s, p = kernel_size, stride, padding
    a, b = (h + 2 * p - k) // s + 1, (w + 2 * p - k) // s + 1
    v = columns.reshape(n, a, b, c, k, k)
    out = np.zeros((n, c, h + 2 * p, w + 2 * p))
    for i in range(a):
        for j in range(b):
            out[:, :, i:i + k, j:j + k] += v[:, i, j]
    return out[:, :, p:h + p, p:w + p]
# %% right: loop over windows
def col2im(columns, x_shape, kernel_size, stride=1, padding=0):
    n, c, h, w = x_shape
    k, s, p = kernel_size, stride, padding
    a, b = (h + 2 * p - k) // s + 1, (w + 2 * p - k) // s + 1
    v = columns.reshape(n, a, b, c, k, k)
    out = np.zeros((n, c, h + 2 * p, w + 2 * p))
    for i in range(a):
        for j in range(b):
            out[:, :, i * s:i * s + k, j * s:j * s + k] += v[:, i, j]
    return out[:, :, p:h + p, p:w + p]
# %% right: torch fold
def col2im(columns, x_shape, kernel_size, stride=1, padding=0):
    import torch
    n = x_shape[0]
    t = torch.tensor(columns.reshape(n, -1, columns.shape[1]).transpose(0, 2, 1).copy())
    return torch.nn.functional.fold(t, x_shape[2:], kernel_size, stride=stride, padding=padding).numpy()
