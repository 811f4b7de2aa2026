# %% wrong: return stands inside the loop, only the first row is done
def correlate2d(x, kernel):
    kh, kw = kernel.shape
    out = np.zeros((x.shape[0] - kh + 1, x.shape[1] - kw + 1))
    for r in range(out.shape[0]):
        for c in range(out.shape[1]):
            out[r, c] = np.sum(x[r : r + kh, c : c + kw] * kernel)
        return out

# %% wrong: the sum of a matrix product of window and kernel, not of the products place by place
def correlate2d(x, kernel):
    kh, kw = kernel.shape
    h, w = x.shape[0] - kh + 1, x.shape[1] - kw + 1
    out = np.zeros((h, w))
    for r in range(h):
        for c in range(w):
            out[r, c] = np.sum(x[r : r + kh, c : c + kw] @ kernel.T)
    return out

# %% wrong: sums over the axes of the places instead of those of the window
def correlate2d(x, kernel):
    windows = np.lib.stride_tricks.sliding_window_view(x, kernel.shape)
    return (windows * kernel).sum(axis=(0, 1))

# %% wrong: height is used for the width as well, input and kernel taken as square
def correlate2d(x, kernel):
    size = x.shape[0] - kernel.shape[0] + 1
    k = kernel.shape[0]
    output = np.zeros((size, size))
    for row in range(size):
        for column in range(size):
            output[row, column] = (x[row : row + k, column : column + k] * kernel).sum()
    return output

# %% wrong: einsum letters swapped, the kernel is transposed (ValueError if it is not square)
def correlate2d(x, kernel):
    windows = np.lib.stride_tricks.sliding_window_view(x, kernel.shape)
    return np.einsum("hwij,ji->hw", windows, kernel)

# %% wrong: the Fourier product wraps round, the output is as large as the input
def correlate2d(x, kernel):
    spectrum = np.fft.fft2(x) * np.conj(np.fft.fft2(kernel, s=x.shape))
    return np.fft.ifft2(spectrum).real

# %% right: tensordot over the windows
def correlate2d(x, kernel):
    windows = np.lib.stride_tricks.sliding_window_view(x, kernel.shape)
    return np.tensordot(windows, kernel, axes=2)

# %% right: shifted images, weight by weight
def correlate2d(x, kernel):
    height = x.shape[0] - kernel.shape[0] + 1
    width = x.shape[1] - kernel.shape[1] + 1
    total = 0.0
    for (i, j), weight in np.ndenumerate(kernel):
        total = total + weight * x[i : i + height, j : j + width]
    return total
