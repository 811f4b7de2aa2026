# %% wrong: gaps after the last row and the last column as well
def dilate_kernel(kernel, dilation):
    cell = np.zeros((dilation, dilation))
    cell[0, 0] = 1
    return np.kron(kernel, cell)
# %% wrong: gaps also before the first tap: the taps sit at the end of each cell
def dilate_kernel(kernel, dilation):
    m, n = kernel.shape
    result = np.zeros((m * dilation, n * dilation))
    result[dilation - 1 :: dilation, dilation - 1 :: dilation] = kernel
    return result
# %% wrong: only the rows are spread, the columns stay together
def dilate_kernel(kernel, dilation):
    m, n = kernel.shape
    result = np.zeros(((m - 1) * dilation + 1, n))
    for i in range(m):
        result[i * dilation] = kernel[i]
    return result
# %% wrong: the taps are repeated, no zeros
def dilate_kernel(kernel, dilation):
    return np.kron(kernel, np.ones((dilation, dilation)))
# %% wrong: dilation zeros in each gap, one too many
def dilate_kernel(kernel, dilation):
    lines = []
    for line in kernel.tolist():
        wide = []
        for value in line:
            wide += [value] + [0] * dilation
        lines.append(wide[: len(wide) - dilation])
        lines += [[0] * len(lines[0])] * dilation
    return np.array(lines[: len(lines) - dilation])
# %% wrong: the result is transposed
def dilate_kernel(kernel, dilation):
    m, n = kernel.shape
    result = np.zeros(((n - 1) * dilation + 1, (m - 1) * dilation + 1))
    for i in range(m):
        for j in range(n):
            result[j * dilation, i * dilation] = kernel[i, j]
    return result
# %% wrong: the kernel's height is used for the width as well, square kernels only
def dilate_kernel(kernel, dilation):
    size = (len(kernel) - 1) * dilation + 1
    result = np.zeros((size, size))
    result[::dilation, ::dilation] = kernel
    return result
# %% wrong: the gaps are filled with ones
def dilate_kernel(kernel, dilation):
    m, n = kernel.shape
    result = np.ones(((m - 1) * dilation + 1, (n - 1) * dilation + 1))
    result[::dilation, ::dilation] = kernel
    return result
# %% wrong: the gaps are filled by interpolation between the taps
def dilate_kernel(kernel, dilation):
    m, n = kernel.shape
    rows = np.arange((m - 1) * dilation + 1) / dilation
    cols = np.arange((n - 1) * dilation + 1) / dilation
    wide = np.array([np.interp(cols, np.arange(n), line) for line in kernel])
    return np.array([np.interp(rows, np.arange(m), line) for line in wide.T]).T
# %% wrong: the dilated kernel is turned by 180 degrees
def dilate_kernel(kernel, dilation):
    m, n = kernel.shape
    result = np.zeros(((m - 1) * dilation + 1, (n - 1) * dilation + 1))
    result[::dilation, ::dilation] = kernel[::-1, ::-1]
    return result
# %% wrong: always dilation 2, the argument is not used
def dilate_kernel(kernel, dilation):
    m, n = kernel.shape
    result = np.zeros((2 * m - 1, 2 * n - 1))
    result[::2, ::2] = kernel
    return result
# %% wrong: np.empty, the gaps are not set to 0
def dilate_kernel(kernel, dilation):
    m, n = kernel.shape
    result = np.empty(((m - 1) * dilation + 1, (n - 1) * dilation + 1))
    result[::dilation, ::dilation] = kernel
    return result
# %% right: lists with zeros between
def dilate_kernel(kernel, dilation):
    def spread(items, zero):
        out = []
        for k, item in enumerate(items):
            if k > 0:
                out += [zero] * (dilation - 1)
            out.append(item)
        return out

    lines = [spread(line, 0) for line in kernel.tolist()]
    return np.array(spread(lines, [0] * len(lines[0])))
# %% right: np.insert
def dilate_kernel(kernel, dilation):
    m, n = kernel.shape
    rows = np.repeat(np.arange(1, m), dilation - 1)
    cols = np.repeat(np.arange(1, n), dilation - 1)
    return np.insert(np.insert(kernel, rows, 0, axis=0), cols, 0, axis=1)
# %% right: selection matrices
def dilate_kernel(kernel, dilation):
    m, n = kernel.shape
    left = np.eye((m - 1) * dilation + 1)[:, ::dilation]
    right = np.eye((n - 1) * dilation + 1)[::dilation]
    return left @ kernel @ right
