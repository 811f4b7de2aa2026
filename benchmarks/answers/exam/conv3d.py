# %% wrong: the kernel's frames run backwards in time
def conv3d(x, weight, bias):
    kd, kh, kw = weight.shape[2:]
    windows = np.lib.stride_tricks.sliding_window_view(x, (kd, kh, kw), axis=(2, 3, 4))
    return np.einsum("ncdhwtij,octij->nodhw", windows, weight[:, :, ::-1]) + bias[:, None, None, None]

# %% wrong: the bias is added for each frame of the kernel
from cnnhelpers import mine

def conv3d(x, weight, bias):
    kd = weight.shape[2]
    frames = []
    for d in range(x.shape[2] - kd + 1):
        frames.append(sum(mine.conv2d(x[:, :, d + t], weight[:, :, t], bias) for t in range(kd)))
    return np.stack(frames, axis=2)

# %% wrong: bias[:, None, None] is one axis short, it lies along the frames (ValueError unless both are equal)
def conv3d(x, weight, bias):
    windows = np.lib.stride_tricks.sliding_window_view(x, weight.shape[2:], axis=(2, 3, 4))
    return np.einsum("ncdhwtij,octij->nodhw", windows, weight) + bias[:, None, None]

# %% wrong: frames are stacked in front of the channels, (N, D, C_out, H, W)
from cnnhelpers import mine

def conv3d(x, weight, bias):
    kd = weight.shape[2]
    zeros = np.zeros(len(weight))
    frames = []
    for d in range(x.shape[2] - kd + 1):
        frame = bias[:, None, None]
        for t in range(kd):
            frame = frame + mine.conv2d(x[:, :, d + t], weight[:, :, t], zeros)
        frames.append(frame)
    return np.stack(frames, axis=1)

# %% wrong: only one kernel frame is used, x[d] with weight[0]; the other frames are forgotten
def conv3d(x, weight, bias):
    n, c_in, d, h, w = x.shape
    c_out, _, kd, kh, kw = weight.shape
    out = np.zeros((n, c_out, d - kd + 1, h - kh + 1, w - kw + 1))
    for f in range(out.shape[2]):
        for r in range(out.shape[3]):
            for c in range(out.shape[4]):
                window = x[:, None, :, f, r : r + kh, c : c + kw]
                out[:, :, f, r, c] = (window * weight[None, :, :, 0]).sum(axis=(2, 3, 4)) + bias
    return out

# %% wrong: the size along the frames is computed with the kernel's height
def conv3d(x, weight, bias):
    n, c_in, d, h, w = x.shape
    c_out, _, kd, kh, kw = weight.shape
    out = np.zeros((n, c_out, d - kh + 1, h - kh + 1, w - kw + 1))
    for f in range(out.shape[2]):
        for r in range(out.shape[3]):
            for c in range(out.shape[4]):
                window = x[:, None, :, f : f + kd, r : r + kh, c : c + kw]
                out[:, :, f, r, c] = (window * weight[None]).sum(axis=(2, 3, 4, 5)) + bias
    return out

# %% right: sum of shifted volumes
def conv3d(x, weight, bias):
    n, c_in, d, h, w = x.shape
    c_out, _, kd, kh, kw = weight.shape
    out = np.zeros((n, c_out, d - kd + 1, h - kh + 1, w - kw + 1))
    out += bias.reshape(1, -1, 1, 1, 1)
    for t, i, j in np.ndindex(kd, kh, kw):
        part = x[:, :, t : t + out.shape[2], i : i + out.shape[3], j : j + out.shape[4]]
        out += np.einsum("ncdhw,oc->nodhw", part, weight[:, :, t, i, j])
    return out

# %% right: 2-D convolutions of the frames, added up
from cnnhelpers import mine

def conv3d(x, weight, bias):
    kd = weight.shape[2]
    frames = []
    for d in range(x.shape[2] - kd + 1):
        total = sum(mine.conv2d(x[:, :, d + t], weight[:, :, t]) for t in range(kd))
        frames.append(total + bias[:, None, None])
    return np.stack(frames, axis=2)
