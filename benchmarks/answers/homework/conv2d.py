# %% wrong: padding pair passed as (before, after) of both axes
def conv2d(x, weight, bias=None, *, stride=1, padding=0, dilation=1, groups=1):
    import torch
    t = np.pad(x, ((0, 0), (0, 0)) + ((padding if not np.isscalar(padding) else (padding, padding)),) * 2)
    b = None if bias is None else torch.tensor(bias)
    return torch.nn.functional.conv2d(torch.tensor(t), torch.tensor(weight), b, stride, 0, dilation, groups).numpy()
# %% wrong: dilation's second number not used
def conv2d(x, weight, bias=None, *, stride=1, padding=0, dilation=1, groups=1):
    import torch
    d = dilation if np.isscalar(dilation) else dilation[0]
    b = None if bias is None else torch.tensor(bias)
    return torch.nn.functional.conv2d(torch.tensor(x), torch.tensor(weight), b, stride, padding, d, groups).numpy()
# %% wrong: bias None crashes
def conv2d(x, weight, bias=None, *, stride=1, padding=0, dilation=1, groups=1):
    import torch
    y = torch.nn.functional.conv2d(torch.tensor(x), torch.tensor(weight), None, stride, padding, dilation, groups).numpy()
    return y + bias[None, :, None, None]
# %% wrong: groups dealt: x[:, g::groups]
def conv2d(x, weight, bias=None, *, stride=1, padding=0, dilation=1, groups=1):
    import torch
    order = np.concatenate([np.arange(x.shape[1])[g::groups] for g in range(groups)])
    b = None if bias is None else torch.tensor(bias)
    return torch.nn.functional.conv2d(torch.tensor(x[:, order]), torch.tensor(weight), b, stride, padding, dilation, groups).numpy()
# %% wrong: stride pair swapped
def conv2d(x, weight, bias=None, *, stride=1, padding=0, dilation=1, groups=1):
    import torch
    s = stride if np.isscalar(stride) else stride[::-1]
    b = None if bias is None else torch.tensor(bias)
    return torch.nn.functional.conv2d(torch.tensor(x), torch.tensor(weight), b, s, padding, dilation, groups).numpy()
# %% right: loop over taps and groups
def conv2d(x, weight, bias=None, *, stride=1, padding=0, dilation=1, groups=1):
    (sh, sw), (ph, pw), (dh, dw) = [(v, v) if np.isscalar(v) else v for v in (stride, padding, dilation)]
    x = np.pad(x, ((0, 0), (0, 0), (ph, ph), (pw, pw)))
    o, c, kh, kw = weight.shape
    h, w = (x.shape[2] - dh * (kh - 1) - 1) // sh + 1, (x.shape[3] - dw * (kw - 1) - 1) // sw + 1
    out = np.zeros((len(x), o, h, w))
    k = o // groups
    for g in range(groups):
        for u, v in np.ndindex(kh, kw):
            part = x[:, g * c:g * c + c, u * dh:u * dh + sh * h:sh, v * dw:v * dw + sw * w:sw]
            out[:, g * k:g * k + k] += np.einsum("nchw,oc->nohw", part, weight[g * k:g * k + k, :, u, v])
    return out if bias is None else out + bias[:, None, None]
