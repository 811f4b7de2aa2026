# %% wrong: stride in the second convolution, not in the first
def downsampling_block(x, weight1, weight2, projection, stride=2):
    def conv(a, w, s=1, p=1):
        a = np.pad(a, ((0, 0), (0, 0), (p, p), (p, p)))
        v = np.lib.stride_tricks.sliding_window_view(a, w.shape[2:], (2, 3))[:, :, ::s, ::s]
        return np.einsum("nchwij,ocij->nohw", v, w)
    f = conv(np.maximum(conv(x, weight1), 0), weight2, stride)
    return np.maximum(f + conv(x, projection, stride, 0), 0)
# %% wrong: the stride is fixed to 2 (shows for stride 1 or 3)
def downsampling_block(x, weight1, weight2, projection, stride=2):
    def conv(a, w, s=1, p=1):
        a = np.pad(a, ((0, 0), (0, 0), (p, p), (p, p)))
        v = np.lib.stride_tricks.sliding_window_view(a, w.shape[2:], (2, 3))[:, :, ::s, ::s]
        return np.einsum("nchwij,ocij->nohw", v, w)
    f = conv(np.maximum(conv(x, weight1, 2), 0), weight2)
    p = np.einsum("nchw,oc->nohw", x[:, :, ::2, ::2], projection[:, :, 0, 0])
    return np.maximum(f + p, 0)
# %% wrong: the projection averages stride x stride windows (ResNet-D); crashes for non-dividing sizes
def downsampling_block(x, weight1, weight2, projection, stride=2):
    def conv(a, w, s=1, p=1):
        a = np.pad(a, ((0, 0), (0, 0), (p, p), (p, p)))
        v = np.lib.stride_tricks.sliding_window_view(a, w.shape[2:], (2, 3))[:, :, ::s, ::s]
        return np.einsum("nchwij,ocij->nohw", v, w)
    f = conv(np.maximum(conv(x, weight1, stride), 0), weight2)
    n, c, h, w = x.shape
    m = x.reshape(n, c, h // stride, stride, w // stride, stride).mean(axis=(3, 5))
    return np.maximum(f + conv(m, projection, 1, 0), 0)
# %% wrong: projection read with padding 1 as well: shapes do not fit or pixels are shifted
def downsampling_block(x, weight1, weight2, projection, stride=2):
    def conv(a, w, s=1, p=1):
        a = np.pad(a, ((0, 0), (0, 0), (p, p), (p, p)))
        v = np.lib.stride_tricks.sliding_window_view(a, w.shape[2:], (2, 3))[:, :, ::s, ::s]
        return np.einsum("nchwij,ocij->nohw", v, w)
    f = conv(np.maximum(conv(x, weight1, stride), 0), weight2)
    p = conv(x, projection, stride)[:, :, :f.shape[2], :f.shape[3]]
    return np.maximum(f + p, 0)
# %% wrong: ReLU on the projection too
def downsampling_block(x, weight1, weight2, projection, stride=2):
    def conv(a, w, s=1, p=1):
        a = np.pad(a, ((0, 0), (0, 0), (p, p), (p, p)))
        v = np.lib.stride_tricks.sliding_window_view(a, w.shape[2:], (2, 3))[:, :, ::s, ::s]
        return np.einsum("nchwij,ocij->nohw", v, w)
    f = conv(np.maximum(conv(x, weight1, stride), 0), weight2)
    return np.maximum(f + np.maximum(conv(x, projection, stride, 0), 0), 0)
# %% wrong: 1x1 by matmul on the wrong axis of projection: (C, C_out) expected, crashes
def downsampling_block(x, weight1, weight2, projection, stride=2):
    def conv(a, w, s=1, p=1):
        a = np.pad(a, ((0, 0), (0, 0), (p, p), (p, p)))
        v = np.lib.stride_tricks.sliding_window_view(a, w.shape[2:], (2, 3))[:, :, ::s, ::s]
        return np.einsum("nchwij,ocij->nohw", v, w)
    f = conv(np.maximum(conv(x, weight1, stride), 0), weight2)
    p = np.einsum("nchw,co->nohw", x[:, :, ::stride, ::stride], projection[:, :, 0, 0])
    return np.maximum(f + p, 0)
# %% wrong: takes the last pixel of each stride window: x[stride-1::stride] (shifted, crash for odd sizes)
def downsampling_block(x, weight1, weight2, projection, stride=2):
    def conv(a, w, s=1, p=1):
        a = np.pad(a, ((0, 0), (0, 0), (p, p), (p, p)))
        v = np.lib.stride_tricks.sliding_window_view(a, w.shape[2:], (2, 3))[:, :, ::s, ::s]
        return np.einsum("nchwij,ocij->nohw", v, w)
    f = conv(np.maximum(conv(x, weight1, stride), 0), weight2)
    p = conv(x[:, :, stride - 1::stride, stride - 1::stride], projection, 1, 0)
    return np.maximum(f + p, 0)
# %% right: torch functional
def downsampling_block(x, weight1, weight2, projection, stride=2):
    import torch
    import torch.nn.functional as F
    t, a, b, c = (torch.from_numpy(np.ascontiguousarray(v)) for v in (x, weight1, weight2, projection))
    f = F.conv2d(F.relu(F.conv2d(t, a, stride=stride, padding=1)), b, padding=1)
    return F.relu(f + F.conv2d(t, c, stride=stride)).numpy()
# %% right: full-size convolution, then thinned; projection by matmul
def downsampling_block(x, weight1, weight2, projection, stride=2):
    def conv(a, w, s=1, p=1):
        a = np.pad(a, ((0, 0), (0, 0), (p, p), (p, p)))
        v = np.lib.stride_tricks.sliding_window_view(a, w.shape[2:], (2, 3))[:, :, ::s, ::s]
        return np.einsum("nchwij,ocij->nohw", v, w)
    h = conv(x, weight1)[:, :, ::stride, ::stride]
    thin = x[:, :, ::stride, ::stride]
    n, c, a, b = thin.shape
    p = (projection[:, :, 0, 0] @ thin.reshape(n, c, a * b)).reshape(n, -1, a, b)
    return np.maximum(conv(h.clip(0), weight2) + p, 0)
