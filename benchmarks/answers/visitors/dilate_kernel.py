# %% wrong: puts `dilation` zeros between the taps, one too many
def dilate_kernel(kernel, dilation):
    kh, kw = kernel.shape
    y = np.zeros((kh + (kh - 1) * dilation, kw + (kw - 1) * dilation))
    for j in range(kw):
        for i in range(kh):
            y[i + i * dilation, j + j * dilation] = kernel[i, j]
    return y
# %% wrong: always puts exactly one zero between the taps, as in the picture for dilation 2
def dilate_kernel(kernel, dilation):
    if dilation == 1:
        return kernel.copy()
    rows = []
    for line in kernel.tolist():
        spread = []
        for value in line:
            spread += [value, 0]
        spread.pop()
        rows.append(spread)
        rows.append([0] * len(spread))
    rows.pop()
    return np.array(rows)
# %% wrong: leaves dilation - 1 zeros after the last row and column too, so the result has dilation * K rows
def dilate_kernel(kernel, dilation):
    unit = np.zeros((dilation, dilation))
    unit[0, 0] = 1
    return np.kron(kernel, unit)
# %% right: matrix products that send tap i to row i * dilation
def dilate_kernel(kernel, dilation):
    def spread(k):
        matrix = np.zeros((dilation * (k - 1) + 1, k))
        matrix[dilation * np.arange(k), np.arange(k)] = 1
        return matrix

    return spread(kernel.shape[0]) @ kernel @ spread(kernel.shape[1]).T
