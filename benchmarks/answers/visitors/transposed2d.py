# %% wrong: puts zeros between the pixels and correlates, but without turning the kernel: the stamps lie turned by 180 degrees
def transposed2d(x, kernel, stride=1):
    H, W = x.shape
    kh, kw = kernel.shape
    A = np.zeros(((H - 1) * stride + 1 + 2 * (kh - 1), (W - 1) * stride + 1 + 2 * (kw - 1)))
    A[kh - 1 : kh + (H - 1) * stride : stride, kw - 1 : kw + (W - 1) * stride : stride] = x
    oh, ow = (H - 1) * stride + kh, (W - 1) * stride + kw
    y = np.zeros((oh, ow))
    for c in range(ow):
        for r in range(oh):
            y[r, c] = np.sum(A[r : r + kh, c : c + kw] * kernel)
    return y
# %% wrong: two mistakes: overlapping stamps overwrite each other, and the output is one stride too large
def transposed2d(x, kernel, stride=1):
    kh, kw = kernel.shape
    output = np.zeros((len(x) * stride + kh, len(x[0]) * stride + kw))
    for row in range(len(x)):
        for column in range(len(x[0])):
            top, left = row * stride, column * stride
            output[top : top + kh, left : left + kw] = x[row, column] * kernel
    return output
# %% wrong: lays the stamps side by side (Kronecker product): right only where the stride equals the kernel size
def transposed2d(x, kernel, stride=1):
    return np.kron(x, kernel)
# %% right: strided slices, one for each weight of the kernel
def transposed2d(x, kernel, stride=1):
    height, width = x.shape
    output = np.zeros(((height - 1) * stride + kernel.shape[0],
                       (width - 1) * stride + kernel.shape[1]))
    for i, line in enumerate(kernel):
        for j, weight in enumerate(line):
            places = output[i : i + (height - 1) * stride + 1 : stride,
                            j : j + (width - 1) * stride + 1 : stride]
            places += weight * x
    return output
