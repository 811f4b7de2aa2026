# %% wrong: the return stands inside the outer loop, so all rows of the output but the first stay 0
def correlate2d(x, kernel):
    kh, kw = kernel.shape
    out = np.zeros((x.shape[0] - kh + 1, x.shape[1] - kw + 1))
    for r in range(out.shape[0]):
        for c in range(out.shape[1]):
            out[r, c] = np.sum(x[r:r + kh, c:c + kw] * kernel)
        return out
# %% wrong: the kernel's axes are swapped in einsum, so the kernel is transposed; kernels that are not square raise a ValueError
def correlate2d(x, kernel):
    windows = np.lib.stride_tricks.sliding_window_view(x, kernel.shape)
    return np.einsum("hwij,ji->hw", windows, kernel)
# %% wrong: the output has the type of x, so fractions are cut off when x holds whole numbers and the kernel fractions
def correlate2d(x, kernel):
    H, W = x.shape
    kernel_height, kernel_width = kernel.shape
    output = np.zeros_like(x)[:H - kernel_height + 1, :W - kernel_width + 1]
    for row in range(output.shape[0]):
        for column in range(output.shape[1]):
            window = x[row:row + kernel_height, column:column + kernel_width]
            output[row, column] = np.sum(window * kernel)
    return output
# %% wrong: the + 1 is forgotten for the width, so the last column of the output is missing
def correlate2d(x, kernel):
    (H, W), (a, b) = x.shape, kernel.shape
    rows = []
    for i in range(H - a + 1):
        rows.append([np.sum(kernel * x[i:i+a, j:j+b]) for j in range(W - b)])
    return np.array(rows)
# %% right: all windows as rows of a table, times the kernel as a vector
def correlate2d(x, kernel):
    kh, kw = kernel.shape
    h, w = x.shape[0] - kh + 1, x.shape[1] - kw + 1
    table = np.stack([x[i:i + h, j:j + w].ravel() for i in range(kh) for j in range(kw)], axis=1)
    return (table @ kernel.ravel()).reshape(h, w)
