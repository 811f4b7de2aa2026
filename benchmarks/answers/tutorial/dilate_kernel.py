# %% wrong: the Kronecker product leaves zeros after the last taps as well: dilation * K rows and columns, too large for a dilation above 1
def dilate_kernel(kernel, dilation):
    cell = np.zeros((dilation, dilation))
    cell[0, 0] = 1
    return np.kron(kernel, cell)
# %% wrong: always one zero between neighbours, whatever the dilation; right for dilation 2 only
def dilate_kernel(kernel, dilation):
    h, w = kernel.shape
    taller = np.insert(kernel, range(1, h), 0, axis=0)
    return np.insert(taller, range(1, w), 0, axis=1)
# %% wrong: the taps are laid along the flattened array, so they do not start each row again in its first column: the taps land at wrong places
def dilate_kernel(kernel, dilation):
    kh, kw = kernel.shape
    out = np.zeros((dilation * (kh - 1) + 1, dilation * (kw - 1) + 1))
    flat = out.reshape(-1)
    for n, tap in enumerate(kernel.reshape(-1)):
        flat[n * dilation] = tap
    return out
# %% wrong: two mistakes: the height is taken for the width too (ValueError or a wrong shape for kernels that are not square), and the zeros are whole numbers, so fractions are cut off
def dilate_kernel(kernel, dilation):
    k = len(kernel)
    size = dilation * (k - 1) + 1
    spread = np.zeros((size, size), dtype=int)
    spread[::dilation, ::dilation] = kernel
    return spread
# %% right: list comprehension that asks for each place whether a tap stands there
def dilate_kernel(kernel, dilation):
    kh, kw = kernel.shape
    rows, cols = dilation * (kh - 1) + 1, dilation * (kw - 1) + 1
    return [[kernel[r // dilation, c // dilation] if r % dilation == 0 and c % dilation == 0 else 0
             for c in range(cols)] for r in range(rows)]
