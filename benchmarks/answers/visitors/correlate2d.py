# %% wrong: the kernel is turned by 180 degrees first, as one does for conv2
def correlate2d(x, kernel):
    kernel = np.rot90(kernel, 2)
    kh, kw = kernel.shape
    H, W = x.shape
    y = np.zeros((H - kh + 1, W - kw + 1))
    for c in range(W - kw + 1):
        for r in range(H - kh + 1):
            y[r, c] = np.sum(x[r : r + kh, c : c + kw] * kernel)
    return y
# %% wrong: takes every kernel for square: its number of rows is used for the width as well
def correlate2d(x, kernel):
    size = len(kernel)
    rows = []
    for r in range(len(x) - size + 1):
        row = []
        for c in range(len(x[0]) - size + 1):
            total = 0
            for i in range(size):
                for j in range(size):
                    total += x[r + i][c + j] * kernel[i][j]
            row.append(total)
        rows.append(row)
    return np.array(rows)
# %% wrong: by Fourier transform, but the wrapped part is cut off at the wrong side (top left, as for a convolution)
def correlate2d(x, kernel):
    kh, kw = kernel.shape
    F = np.fft.fft2(x)
    G = np.fft.fft2(kernel, s=x.shape)
    circular = np.fft.ifft2(F * np.conj(G)).real
    return circular[kh - 1 :, kw - 1 :]
# %% right: adds up shifted images, one for each weight
def correlate2d(x, kernel):
    height = x.shape[0] - kernel.shape[0] + 1
    width = x.shape[1] - kernel.shape[1] + 1
    output = np.zeros((height, width))
    for (i, j), weight in np.ndenumerate(kernel):
        output += weight * x[i : i + height, j : j + width]
    return output
