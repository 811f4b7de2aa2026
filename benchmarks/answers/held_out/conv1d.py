# %% wrong: no bias
def conv1d(x, weight, bias):
    K = weight.shape[-1]
    steps = [np.tensordot(x[..., t : t + K], weight, axes=([1, 2], [1, 2])) for t in range(x.shape[-1] - K + 1)]
    return np.stack(steps, axis=-1)
# %% wrong: np.convolve turns the kernels round
def conv1d(x, weight, bias):
    out = []
    for signal in x:
        maps = []
        for w, b in zip(weight, bias):
            maps.append(sum(np.convolve(s, k, "valid") for s, k in zip(signal, w)) + b)
        out.append(maps)
    return np.array(out)
# %% wrong: the last window is missing
def conv1d(x, weight, bias):
    N, C, L = x.shape
    F, _, K = weight.shape
    out = np.zeros((N, F, L - K))
    for n in range(N):
        for f in range(F):
            for t in range(L - K):
                out[n, f, t] = np.vdot(x[n, :, t : t + K], weight[f]) + bias[f]
    return out
# %% wrong: the channels are averaged instead of added
def conv1d(x, weight, bias):
    N, C, L = x.shape
    F, _, K = weight.shape
    out = np.zeros((N, F, L - K + 1))
    for n, f, t in np.ndindex(out.shape):
        out[n, f, t] = sum(x[n, c, t : t + K] @ weight[f, c] for c in range(C)) / C + bias[f]
    return out
# %% wrong: one bias for all filters, bias[0]
def conv1d(x, weight, bias):
    N, C, L = x.shape
    F, _, K = weight.shape
    out = np.zeros((N, F, L - K + 1))
    for n, f, t in np.ndindex(out.shape):
        out[n, f, t] = np.sum(x[n, :, t : t + K] * weight[f]) + bias[0]
    return out
# %% wrong: only the first signal of the batch, the rest stays 0
def conv1d(x, weight, bias):
    N, C, L = x.shape
    F, _, K = weight.shape
    out = np.zeros((N, F, L - K + 1))
    for f in range(F):
        for t in range(L - K + 1):
            out[0, f, t] = np.sum(x[0, :, t : t + K] * weight[f]) + bias[f]
    return out
# %% wrong: batch and filters come in the wrong order, (C_out, N, L - K + 1)
def conv1d(x, weight, bias):
    view = np.lib.stride_tricks.sliding_window_view(x, weight.shape[-1], axis=-1)
    return np.tensordot(weight, view, axes=([1, 2], [1, 3])) + np.reshape(bias, (-1, 1, 1))
# %% wrong: causal, zeros in front so that the answer is as long as the input
def conv1d(x, weight, bias):
    K = weight.shape[-1]
    padded = np.concatenate([np.zeros((*x.shape[:2], K - 1)), x], axis=-1)
    view = np.lib.stride_tricks.sliding_window_view(padded, K, axis=-1)
    return np.einsum("nctk,fck->nft", view, weight) + np.asarray(bias)[:, None]
# %% wrong: every channel is filtered with the kernel of channel 0
def conv1d(x, weight, bias):
    N, C, L = x.shape
    F, _, K = weight.shape
    out = np.zeros((N, F, L - K + 1))
    for n, f, t in np.ndindex(out.shape):
        for c in range(C):
            out[n, f, t] += x[n, c, t : t + K] @ weight[f, 0]
        out[n, f, t] += bias[f]
    return out
# %% wrong: integer output array, fractions are cut off
def conv1d(x, weight, bias):
    N, C, L = x.shape
    F, _, K = weight.shape
    out = np.zeros((N, F, L - K + 1), dtype=int)
    for n, f, t in np.ndindex(out.shape):
        out[n, f, t] = np.sum(x[n, :, t : t + K] * weight[f]) + bias[f]
    return out
# %% wrong: windows do not overlap, the time steps by K and later places stay at the bias
def conv1d(x, weight, bias):
    N, C, L = x.shape
    F, _, K = weight.shape
    out = np.zeros((N, F, L - K + 1)) + np.asarray(bias)[:, None]
    for t in range(0, L - K + 1, K):
        out[:, :, t] += np.tensordot(x[:, :, t : t + K], weight, axes=([1, 2], [1, 2]))
    return out
# %% wrong: ValueError, np.correlate is called with two-dimensional arrays
def conv1d(x, weight, bias):
    return np.array([[np.correlate(signal, w, "valid") + b for w, b in zip(weight, bias)] for signal in x])
# %% wrong: bias.shape is set, which reshapes the caller's bias (the values returned are right)
def conv1d(x, weight, bias):
    bias.shape = (-1, 1)
    view = np.lib.stride_tricks.sliding_window_view(x, weight.shape[-1], axis=-1)
    return np.einsum("nctk,fck->nft", view, weight) + bias
# %% wrong: two mistakes: channels are averaged, and the last window is missing
def conv1d(x, weight, bias):
    N, C, L = x.shape
    F, _, K = weight.shape
    out = np.zeros((N, F, L - K))
    for n, f, t in np.ndindex(out.shape):
        out[n, f, t] = np.sum(x[n, :, t : t + K] * weight[f]) / C + bias[f]
    return out
# %% right: one time step after the other
def conv1d(x, weight, bias):
    K = weight.shape[-1]
    steps = [np.tensordot(x[..., t : t + K], weight, axes=([1, 2], [1, 2])) + bias
             for t in range(x.shape[-1] - K + 1)]
    return np.stack(steps, axis=-1)
# %% right: im2col for each signal
def conv1d(x, weight, bias):
    F, C, K = weight.shape
    T = x.shape[2] - K + 1
    flat = weight.reshape(F, C * K)
    out = np.empty((len(x), F, T))
    for n, signal in enumerate(x):
        columns = np.array([signal[:, t : t + K].reshape(-1) for t in range(T)]).T
        out[n] = flat @ columns + np.asarray(bias)[:, None]
    return out
# %% right: a 2-D view with height 1
def conv1d(x, weight, bias):
    image, kernel = x[:, :, None, :], weight[:, :, None, :]
    view = np.lib.stride_tricks.sliding_window_view(image, kernel.shape[2:], axis=(2, 3))
    out = np.einsum("nchwij,fcij->nfhw", view, kernel)[:, :, 0]
    return out + np.asarray(bias).reshape(1, -1, 1)
