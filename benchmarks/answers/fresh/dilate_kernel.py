# %% wrong: dilation zeros between the taps instead of dilation - 1
def dilate_kernel(kernel, dilation):
    s = dilation + 1
    h, w = kernel.shape
    out = np.zeros(((h - 1) * s + 1, (w - 1) * s + 1))
    out[::s, ::s] = kernel
    return out
# %% wrong: size K * dilation, zeros also after the last tap
def dilate_kernel(kernel, dilation):
    kh, kw = kernel.shape
    out = np.zeros((kh * dilation, kw * dilation))
    for i in range(kh):
        for j in range(kw):
            out[i * dilation, j * dilation] = kernel[i, j]
    return out
# %% wrong: repeats the taps (np.kron with ones) instead of zeros
def dilate_kernel(kernel, dilation):
    big = np.kron(kernel, np.ones((dilation, dilation)))
    h = dilation * (kernel.shape[0] - 1) + 1
    w = dilation * (kernel.shape[1] - 1) + 1
    return big[:h, :w]
# %% wrong: square answer from the kernel's first side
def dilate_kernel(kernel, dilation):
    k = kernel.shape[0]
    size = k + (k - 1) * (dilation - 1)
    out = np.zeros((size, size))
    for i in range(kernel.shape[0]):
        for j in range(kernel.shape[1]):
            out[i * dilation][j * dilation] = kernel[i][j]
    return out
# %% wrong: only the columns get gaps
def dilate_kernel(kernel: np.ndarray, dilation: int) -> np.ndarray:
    k_h, k_w = kernel.shape
    new_w = k_w + (k_w - 1) * (dilation - 1)
    dilated = np.zeros((k_h, new_w), dtype=kernel.dtype)
    dilated[:, ::dilation] = kernel
    return dilated
# %% wrong: one zero in each gap for every dilation above 1
def dilate_kernel(kernel, dilation):
    if dilation == 1:
        return kernel.copy()
    out = np.insert(kernel, np.arange(1, kernel.shape[0]), 0, axis=0)
    out = np.insert(out, np.arange(1, kernel.shape[1]), 0, axis=1)
    return out
# %% wrong: integer buffer, float taps are truncated
def dilate_kernel(kernel, dilation):
    h, w = kernel.shape
    H, W = dilation * (h - 1) + 1, dilation * (w - 1) + 1
    rows = [[0] * W for _ in range(H)]
    for i in range(h):
        for j in range(w):
            rows[i * dilation][j * dilation] = int(kernel[i, j])
    return np.array(rows)
# %% wrong: offset of dilation - 1, zeros come before the taps
def dilate_kernel(kernel, dilation):
    h, w = kernel.shape
    out = np.zeros((h * dilation, w * dilation))
    out[dilation - 1::dilation, dilation - 1::dilation] = kernel
    return out[:dilation * (h - 1) + 1, :dilation * (w - 1) + 1]
# %% right: kron
def dilate_kernel(kernel, dilation):
    tap = np.zeros((dilation, dilation))
    tap[0, 0] = 1
    big = np.kron(kernel, tap)
    return big[:big.shape[0] - dilation + 1, :big.shape[1] - dilation + 1]
# %% right: lists
def dilate_kernel(kernel, dilation):
    rows, cols = kernel.shape
    width = cols + (cols - 1) * (dilation - 1)
    answer = []
    for i in range(rows):
        line = []
        for j in range(cols):
            line.append(kernel[i, j])
            if j < cols - 1:
                line.extend([0] * (dilation - 1))
        answer.append(line)
        if i < rows - 1:
            for _ in range(dilation - 1):
                answer.append([0] * width)
    return np.array(answer)
