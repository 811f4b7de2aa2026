# %% wrong: only the rows of the kernel are reversed, not the columns
def convolve2d(x, kernel):
    def correlate2d(x, kernel):
        windows = np.lib.stride_tricks.sliding_window_view(x, kernel.shape)
        return np.einsum("hwij,ij->hw", windows, kernel)

    return correlate2d(x, kernel[::-1])
# %% wrong: the image is turned in place of the kernel, so the output stands upside down (turned by 180 degrees)
def convolve2d(x, kernel):
    kh, kw = kernel.shape
    turned = np.rot90(x, 2)
    return np.array([[np.sum(turned[i : i + kh, j : j + kw] * kernel)
                      for j in range(x.shape[1] - kw + 1)]
                     for i in range(x.shape[0] - kh + 1)])
# %% wrong: the values are right, but the caller's kernel is turned in place
def convolve2d(x, kernel):
    kernel[:] = kernel[::-1, ::-1].copy()
    height = x.shape[0] - kernel.shape[0] + 1
    width = x.shape[1] - kernel.shape[1] + 1
    output = np.zeros((height, width))
    for i in range(height):
        for j in range(width):
            output[i, j] = np.sum(x[i : i + kernel.shape[0], j : j + kernel.shape[1]] * kernel)
    return output
# %% wrong: full convolution, with a ring of K - 1 zeros, in place of the valid positions only
def convolve2d(x, kernel):
    kh, kw = kernel.shape
    output = np.zeros((x.shape[0] + kh - 1, x.shape[1] + kw - 1))
    for i in range(kh):
        for j in range(kw):
            output[i : i + x.shape[0], j : j + x.shape[1]] += kernel[i, j] * x
    return output
# %% right: tap by tap, with the index of x running backwards
def convolve2d(x, kernel):
    kh, kw = kernel.shape
    height, width = x.shape[0] - kh + 1, x.shape[1] - kw + 1
    output = np.zeros((height, width))
    for (i, j), weight in np.ndenumerate(kernel):
        top, left = kh - 1 - i, kw - 1 - j
        output += weight * x[top : top + height, left : left + width]
    return output
