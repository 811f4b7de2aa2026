# %% wrong: the result has dilation * K rows and columns: dilation - 1 zeros also follow the last tap
def dilate_kernel(kernel, dilation):
    kh, kw = kernel.shape
    out = np.zeros((dilation * kh, dilation * kw))
    for i in range(kh):
        for j in range(kw):
            out[i * dilation, j * dilation] = kernel[i, j]
    return out
# %% wrong: dilation zeros between the taps instead of dilation - 1 (dilation counted from 0)
def dilate_kernel(kernel, dilation):
    step = dilation + 1
    K_H, K_W = kernel.shape
    spread = np.zeros((step * (K_H - 1) + 1, step * (K_W - 1) + 1))
    spread[::step, ::step] = kernel
    return spread
# %% wrong: zeros are put between the columns only, the rows are not spread
def dilate_kernel(kernel, dilation):
    rows, columns = kernel.shape
    output = np.zeros((rows, dilation * (columns - 1) + 1))
    output[:, ::dilation] = kernel
    return output
# %% wrong: the gaps are filled with copies of the tap before them instead of zeros
def dilate_kernel(kernel, dilation):
    big = np.repeat(np.repeat(kernel, dilation, axis=0), dilation, axis=1)
    h = dilation * (kernel.shape[0] - 1) + 1
    w = dilation * (kernel.shape[1] - 1) + 1
    return big[:h, :w]
# %% right: Kronecker product, cut at the last tap
def dilate_kernel(kernel, dilation):
    stamp = np.zeros((dilation, dilation))
    stamp[0, 0] = 1
    cut = 1 - dilation or None
    return np.kron(kernel, stamp)[:cut, :cut]
