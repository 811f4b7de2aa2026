# %% wrong: the kernel's height is used for its width too, so kernels that are not square give a ValueError (shapes do not broadcast) or a wrong number of columns (if one side of the kernel is 1)
def correlate2d(x, kernel):
    H, W = x.shape
    K = kernel.shape[0]
    out = np.zeros((H - K + 1, W - K + 1))
    for i in range(H - K + 1):
        for j in range(W - K + 1):
            out[i, j] = np.sum(x[i:i+K, j:j+K] * kernel)
    return out
# %% wrong: window @ kernel is a matrix product in place of element by element products, so the sums are wrong, and most kernels that are not square raise a ValueError
def correlate2d(x, kernel):
    kh, kw = kernel.shape
    out = np.zeros((x.shape[0] - kh + 1, x.shape[1] - kw + 1))
    for r in range(out.shape[0]):
        for c in range(out.shape[1]):
            window = x[r : r + kh, c : c + kw]
            out[r, c] = np.sum(window @ kernel)
    return out
# %% wrong: the output is made as large as the input (H, W), so rows of zeros stay at the bottom and columns of zeros at the right
def correlate2d(x, kernel):
    height, width = x.shape
    kernel_height, kernel_width = kernel.shape
    output = np.zeros((height, width))
    for row in range(height - kernel_height + 1):
        for column in range(width - kernel_width + 1):
            window = x[row : row + kernel_height, column : column + kernel_width]
            output[row, column] = np.sum(window * kernel)
    return output
# %% wrong: the einsum indices of the kernel are swapped (ji for ij), so the kernel is transposed; a kernel that is not square raises a ValueError, or gives wrong values if one of its sides is 1
def correlate2d(x, kernel):
    windows = np.lib.stride_tricks.sliding_window_view(x, kernel.shape)
    return np.einsum("hwij,ji->hw", windows, kernel)
# %% right: tensordot over the windows
def correlate2d(x, kernel):
    view = np.lib.stride_tricks.sliding_window_view(x, kernel.shape)
    return np.tensordot(view, kernel, axes=((2, 3), (0, 1)))
