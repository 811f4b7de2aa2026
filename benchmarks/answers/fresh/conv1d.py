# %% wrong: np.convolve per channel, which flips the kernel
def conv1d(x, weight, bias):
    N, C, L = x.shape
    O, _, K = weight.shape
    out = np.zeros((N, O, L - K + 1))
    for n in range(N):
        for o in range(O):
            for c in range(C):
                out[n, o] += np.convolve(x[n, c], weight[o, c], "valid") if L >= K else 0
            out[n, o] += bias[o]
    return out
# %% wrong: overwrites in the channel loop (= instead of +=), only the last channel counts
def conv1d(x, weight, bias):
    N, C, L = x.shape
    O, _, K = weight.shape
    out = np.zeros((N, O, L - K + 1))
    for n in range(N):
        for o in range(O):
            for t in range(L - K + 1):
                for c in range(C):
                    out[n, o, t] = np.dot(x[n, c, t:t + K], weight[o, c]) + bias[o]
    return out
# %% wrong: a shortcut for kernels of length 1 forgets the bias
def conv1d(x, weight, bias):
    N, C, L = x.shape
    O, _, K = weight.shape
    if K == 1:
        return np.einsum("ncl,oc->nol", x, weight[:, :, 0])
    out = np.zeros((N, O, L - K + 1))
    for t in range(L - K + 1):
        out[:, :, t] = np.einsum("nck,ock->no", x[:, :, t:t + K], weight) + bias
    return out
# %% wrong: reshape instead of transpose from (N, L_out, C_out) to (N, C_out, L_out)
def conv1d(x, weight, bias):
    N, C, L = x.shape
    O, _, K = weight.shape
    cols = np.stack([x[:, :, t:t + K].reshape(N, -1) for t in range(L - K + 1)], axis=1)
    out = cols @ weight.reshape(O, -1).T + bias
    return out.reshape(N, O, L - K + 1)
# %% wrong: returns from inside the batch loop, only the first signal is done
def conv1d(x, weight, bias):
    N, C, L = x.shape
    O, _, K = weight.shape
    Lo = L - K + 1
    out = np.zeros((N, O, Lo))
    for n in range(N):
        for o in range(O):
            for t in range(Lo):
                out[n, o, t] = np.sum(x[n, :, t:t + K] * weight[o]) + bias[o]
        return out
# %% wrong: buffer in the weight's dtype, integer weights truncate
def conv1d(x: np.ndarray, weight: np.ndarray, bias: np.ndarray) -> np.ndarray:
    c_out, c_in, k = weight.shape
    n_out = x.shape[-1] - k + 1
    result = np.zeros((x.shape[0], c_out, n_out), dtype=weight.dtype)
    for position in range(n_out):
        window = x[:, :, position:position + k]
        result[:, :, position] = np.tensordot(window, weight, axes=([1, 2], [1, 2])) + bias
    return result
# %% wrong: windows reshaped from a transposed copy in a way that mixes batch and channel (N, C swapped before the reshape)
def conv1d(x, weight, bias):
    N, C, L = x.shape
    O, _, K = weight.shape
    T = L - K + 1
    w = np.lib.stride_tricks.sliding_window_view(x, K, axis=2)
    flat = w.swapaxes(0, 1).reshape(N, C, T, K)
    return np.tensordot(flat, weight, axes=([1, 3], [1, 2])).transpose(0, 2, 1) + bias[:, None]
# %% wrong: bias added with shape (C_out,) on the last axis, crashes or adds along time
def conv1d(x, weight, bias):
    def one(sig, filt):
        n = sig.shape[1] - filt.shape[1] + 1
        return [float((sig[:, i:i + filt.shape[1]] * filt).sum()) for i in range(n)]
    y = np.array([[one(s, f) for f in weight] for s in x])
    return y + bias
# %% right: npcorrelate
def conv1d(x, weight, bias):
    N, C, L = x.shape
    O, C2, K = weight.shape
    y = np.zeros((N, O, L - K + 1))
    for n in range(N):
        for o in range(O):
            y[n, o, :] = bias[o]
            for c in range(C):
                y[n, o, :] += np.correlate(x[n, c], weight[o, c], mode="valid")
    return y
# %% right: tensordot
def conv1d(x, weight, bias):
    K = weight.shape[-1]
    win = np.lib.stride_tricks.sliding_window_view(x, K, axis=-1)
    y = np.tensordot(win, weight, axes=([1, 3], [1, 2]))
    return np.moveaxis(y + bias, -1, 1)
