# %% wrong: the kernel is turned by 180 degrees before it is stamped
def transposed2d(x, kernel, stride=1):
    kernel = kernel[::-1, ::-1]
    kh, kw = kernel.shape
    out = np.zeros(((x.shape[0] - 1) * stride + kh, (x.shape[1] - 1) * stride + kw))
    for i in range(x.shape[0]):
        for j in range(x.shape[1]):
            out[i * stride:i * stride + kh, j * stride:j * stride + kw] += x[i, j] * kernel
    return out
# %% wrong: the output has H * stride + K - 1 rows, too many where the stride is not 1
def transposed2d(x, kernel, stride=1):
    kh, kw = kernel.shape
    out = np.zeros((x.shape[0] * stride + kh - 1, x.shape[1] * stride + kw - 1))
    for i in range(x.shape[0]):
        for j in range(x.shape[1]):
            out[i * stride:i * stride + kh, j * stride:j * stride + kw] += x[i, j] * kernel
    return out
# %% wrong: the stride is used for the rows only, the stamps of a row lie one column apart
def transposed2d(x, kernel, stride=1):
    kh, kw = kernel.shape
    out = np.zeros(((x.shape[0] - 1) * stride + kh, (x.shape[1] - 1) * stride + kw))
    for i in range(x.shape[0]):
        for j in range(x.shape[1]):
            top = i * stride
            out[top:top + kh, j:j + kw] += x[i, j] * kernel
    return out
