# %% wrong: the bias has one axis too few, so it is added along the frames: ValueError where that does not fit
def conv3d(x, weight, bias):
    windows = np.lib.stride_tricks.sliding_window_view(x, weight.shape[2:], axis=(2, 3, 4))
    return np.einsum("ncdhwijk,ocijk->nodhw", windows, weight) + bias[:, None, None]
# %% wrong: the loop over the frames stops one early, so the last output frame holds nothing but zeros
def conv3d(x, weight, bias):
    n, _, d, h, w = x.shape
    c_out, _, kd, kh, kw = weight.shape
    output = np.zeros((n, c_out, d - kd + 1, h - kh + 1, w - kw + 1))
    for t in range(d - kd):
        for i in range(h - kh + 1):
            for j in range(w - kw + 1):
                window = x[:, :, t : t + kd, i : i + kh, j : j + kw]
                output[:, :, t, i, j] = np.tensordot(window, weight, ((1, 2, 3, 4),) * 2) + bias
    return output
# %% wrong: the kernel's frames are used back to front in time (like a causal filter), not its rows and columns
def conv3d(x, weight, bias):
    kd, kh, kw = weight.shape[2:]
    frames = x.shape[2] - kd + 1
    output = np.zeros((x.shape[0], weight.shape[0], frames,
                       x.shape[3] - kh + 1, x.shape[4] - kw + 1))
    for frame in range(frames):
        now = frame + kd - 1
        for back in range(kd):
            windows = np.lib.stride_tricks.sliding_window_view(
                x[:, :, now - back], (kh, kw), axis=(2, 3))
            output[:, :, frame] += np.einsum("nchwij,ocij->nohw", windows, weight[:, :, back])
    return output + bias[:, None, None, None]
# %% wrong: the kernel's axes are unpacked as height, width, depth in place of depth, height, width: ValueError where they differ
def conv3d(x, weight, bias):
    n, c_in, depth, height, width = x.shape
    c_out, _, k_h, k_w, k_d = weight.shape
    output = np.zeros((n, c_out, depth - k_d + 1, height - k_h + 1, width - k_w + 1))
    for o in range(c_out):
        for d, h, w in np.ndindex(output.shape[2:]):
            window = x[:, :, d : d + k_d, h : h + k_h, w : w + k_w]
            output[:, o, d, h, w] = np.sum(window * weight[o], axis=(1, 2, 3, 4)) + bias[o]
    return output
# %% right: a matrix product for each of the kernel's taps
def conv3d(x, weight, bias):
    sizes = [a - k + 1 for a, k in zip(x.shape[2:], weight.shape[2:])]
    output = np.zeros((len(x), len(weight), *sizes))
    output[:] = np.reshape(bias, (-1, 1, 1, 1))
    for tap in np.ndindex(*weight.shape[2:]):
        places = tuple(slice(start, start + size) for start, size in zip(tap, sizes))
        seen = x[(slice(None), slice(None), *places)]
        mixed = np.tensordot(weight[(slice(None), slice(None), *tap)], seen, axes=(1, 1))
        output += mixed.swapaxes(0, 1)
    return output
