# %% wrong: the bias lies along time, ValueError unless there are as many outputs as filters
def conv1d(x, weight, bias):
    windows = np.lib.stride_tricks.sliding_window_view(x, weight.shape[2], axis=2)
    return np.einsum("nclk,ock->nol", windows, weight) + bias

# %% wrong: the axes of the output are (N, L, C_out)
def conv1d(x, weight, bias):
    windows = np.lib.stride_tricks.sliding_window_view(x, weight.shape[2], axis=2)
    return np.einsum("nclk,ock->nlo", windows, weight) + bias

# %% wrong: np.convolve turns the kernels
def conv1d(x, weight, bias):
    out = np.zeros((len(x), len(weight), x.shape[2] - weight.shape[2] + 1))
    for n in range(len(x)):
        for o in range(len(weight)):
            for c in range(x.shape[1]):
                out[n, o] += np.convolve(x[n, c], weight[o, c], "valid")
            out[n, o] += bias[o]
    return out

# %% wrong: only the first signal of the batch is computed, the rest stays 0
def conv1d(x, weight, bias):
    c_out, c_in, K = weight.shape
    out = np.zeros((x.shape[0], c_out, x.shape[2] - K + 1))
    for o in range(c_out):
        for t in range(out.shape[2]):
            out[0, o, t] = np.sum(x[0, :, t : t + K] * weight[o]) + bias[o]
    return out

# %% wrong: the kernel length is read from the channel axis of the weight (ValueError unless both are equal)
def conv1d(x, weight, bias):
    K = weight.shape[1]
    out = np.zeros((len(x), len(weight), x.shape[2] - K + 1))
    for t in range(out.shape[2]):
        window = x[:, None, :, t : t + K]
        out[:, :, t] = (window * weight[None]).sum(axis=(2, 3)) + bias
    return out

# %% wrong: the windows stop one step before the end
def conv1d(x, weight, bias):
    K = weight.shape[2]
    steps = [np.tensordot(x[:, :, t : t + K], weight, axes=([1, 2], [1, 2])) + bias
             for t in range(x.shape[2] - K)]
    return np.stack(steps, axis=2)

# %% right: conv2d with a height of one
from cnnhelpers import mine

def conv1d(x, weight, bias):
    return mine.conv2d(x[:, :, None, :], weight[:, :, None, :], bias)[:, :, 0]

# %% right: np.correlate per channel
def conv1d(x, weight, bias):
    return np.array([[sum(np.correlate(channel, kernel, "valid") for channel, kernel in zip(signal, kernels)) + b
                      for kernels, b in zip(weight, bias)] for signal in x])
