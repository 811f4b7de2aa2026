# %% wrong: size dilation * K: zeros after the last tap, too
def dilate_kernel(kernel, dilation):
    kh, kw = kernel.shape
    out = np.zeros((kh * dilation, kw * dilation), dtype=kernel.dtype)
    out[::dilation, ::dilation] = kernel
    return out
# %% wrong: repeats the taps (np.repeat / a magnified kernel) instead of zeros between them
def dilate_kernel(kernel, dilation):
    big = kernel.repeat(dilation, axis=0).repeat(dilation, axis=1)
    return big[:big.shape[0] - dilation + 1, :big.shape[1] - dilation + 1]
# %% wrong: puts `dilation` zeros between the taps instead of dilation - 1
def dilate_kernel(kernel, dilation):
    kh, kw = kernel.shape
    step = dilation + 1
    out = np.zeros(((kh - 1) * step + 1, (kw - 1) * step + 1))
    out[::step, ::step] = kernel
    return out
# %% wrong: dilates the rows only
def dilate_kernel(kernel, dilation):
    kh, kw = kernel.shape
    out = np.zeros((dilation * (kh - 1) + 1, kw))
    out[::dilation] = kernel
    return out
# %% wrong: size from K_H for both sides: for square kernels only (crash otherwise)
def dilate_kernel(kernel, dilation):
    n = dilation * (kernel.shape[0] - 1) + 1
    out = np.zeros((n, n))
    out[::dilation, ::dilation] = kernel
    return out
# %% right: Kronecker product with a single 1, cut at the end
def dilate_kernel(kernel, dilation):
    one = np.zeros((dilation, dilation), dtype=kernel.dtype)
    one[0, 0] = 1
    kh, kw = kernel.shape
    return np.kron(kernel, one)[:dilation * (kh - 1) + 1, :dilation * (kw - 1) + 1]
