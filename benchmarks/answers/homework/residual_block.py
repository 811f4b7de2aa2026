# %% wrong: no ReLU behind the sum
def residual_block(x, weight1, weight2):
    def conv(a, w, s=1, p=1):
        a = np.pad(a, ((0, 0), (0, 0), (p, p), (p, p)))
        v = np.lib.stride_tricks.sliding_window_view(a, w.shape[2:], (2, 3))[:, :, ::s, ::s]
        return np.einsum("nchwij,ocij->nohw", v, w)
    return conv(np.maximum(conv(x, weight1), 0), weight2) + x
# %% wrong: ReLU on F before adding x
def residual_block(x, weight1, weight2):
    def conv(a, w, s=1, p=1):
        a = np.pad(a, ((0, 0), (0, 0), (p, p), (p, p)))
        v = np.lib.stride_tricks.sliding_window_view(a, w.shape[2:], (2, 3))[:, :, ::s, ::s]
        return np.einsum("nchwij,ocij->nohw", v, w)
    f = np.maximum(conv(np.maximum(conv(x, weight1), 0), weight2), 0)
    return f + x
# %% wrong: pre-activation order (ResNet v2): ReLU before each convolution, none behind
def residual_block(x, weight1, weight2):
    def conv(a, w, s=1, p=1):
        a = np.pad(a, ((0, 0), (0, 0), (p, p), (p, p)))
        v = np.lib.stride_tricks.sliding_window_view(a, w.shape[2:], (2, 3))[:, :, ::s, ::s]
        return np.einsum("nchwij,ocij->nohw", v, w)
    h = conv(np.maximum(x, 0), weight1)
    h = conv(np.maximum(h, 0), weight2)
    return h + x
# %% wrong: adds relu(F) + relu(x): ReLU on each part, not on the sum
def residual_block(x, weight1, weight2):
    def conv(a, w, s=1, p=1):
        a = np.pad(a, ((0, 0), (0, 0), (p, p), (p, p)))
        v = np.lib.stride_tricks.sliding_window_view(a, w.shape[2:], (2, 3))[:, :, ::s, ::s]
        return np.einsum("nchwij,ocij->nohw", v, w)
    h = np.maximum(conv(x, weight1), 0)
    out = conv(h, weight2)
    return np.maximum(out, 0) + np.maximum(x, 0)
# %% wrong: the ReLU between the convolutions is missing
def residual_block(x, weight1, weight2):
    def conv(a, w, s=1, p=1):
        a = np.pad(a, ((0, 0), (0, 0), (p, p), (p, p)))
        v = np.lib.stride_tricks.sliding_window_view(a, w.shape[2:], (2, 3))[:, :, ::s, ::s]
        return np.einsum("nchwij,ocij->nohw", v, w)
    return np.maximum(conv(conv(x, weight1), weight2) + x, 0)
# %% wrong: pads once by two and uses two valid convolutions: the border is not zero between them
def residual_block(x, weight1, weight2):
    def conv(a, w, s=1, p=1):
        a = np.pad(a, ((0, 0), (0, 0), (p, p), (p, p)))
        v = np.lib.stride_tricks.sliding_window_view(a, w.shape[2:], (2, 3))[:, :, ::s, ::s]
        return np.einsum("nchwij,ocij->nohw", v, w)
    h = np.maximum(conv(x, weight1, 1, 2), 0)
    return np.maximum(conv(h, weight2, 1, 0) + x, 0)
# %% wrong: in place: `x += F` damages the argument
def residual_block(x, weight1, weight2):
    def conv(a, w, s=1, p=1):
        a = np.pad(a, ((0, 0), (0, 0), (p, p), (p, p)))
        v = np.lib.stride_tricks.sliding_window_view(a, w.shape[2:], (2, 3))[:, :, ::s, ::s]
        return np.einsum("nchwij,ocij->nohw", v, w)
    out = x
    out += conv(np.maximum(conv(x, weight1), 0), weight2)
    return np.maximum(out, 0)
# %% wrong: adds the output of the first layer (after ReLU), not x
def residual_block(x, weight1, weight2):
    def conv(a, w, s=1, p=1):
        a = np.pad(a, ((0, 0), (0, 0), (p, p), (p, p)))
        v = np.lib.stride_tricks.sliding_window_view(a, w.shape[2:], (2, 3))[:, :, ::s, ::s]
        return np.einsum("nchwij,ocij->nohw", v, w)
    x = np.maximum(conv(x, weight1), 0)
    return np.maximum(conv(x, weight2) + x, 0)
# %% right: torch functional
def residual_block(x, weight1, weight2):
    import torch
    import torch.nn.functional as F
    t, a, b = (torch.from_numpy(np.ascontiguousarray(v)) for v in (x, weight1, weight2))
    return F.relu(F.conv2d(F.relu(F.conv2d(t, a, padding=1)), b, padding=1) + t).numpy()
# %% right: loop over taps, tensordot
def residual_block(x, weight1, weight2):
    def same(a, w):
        p = np.pad(a, ((0, 0), (0, 0), (1, 1), (1, 1)))
        H, W = a.shape[2:]
        return sum(np.tensordot(w[:, :, u, v], p[:, :, u:u + H, v:v + W], (1, 1)) for u in range(3) for v in range(3)).transpose(1, 0, 2, 3)
    h = same(x, weight1)
    y = same(h * (h > 0), weight2) + x
    return np.where(y > 0, y, 0)
