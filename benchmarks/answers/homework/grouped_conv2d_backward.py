# %% wrong: group by o % groups (dealt out), not by blocks
def grouped_conv2d_backward(grad_output, x, weight, stride=1, padding=0, dilation=1, groups=1):
    p, s, d = padding, stride, dilation
    xp = np.pad(x, ((0, 0), (0, 0), (p, p), (p, p)))
    gx, gw = np.zeros(xp.shape), np.zeros(weight.shape)
    O, C, kh, kw = weight.shape
    h, w = grad_output.shape[2:]
    for o in range(O):
        c = slice(o % groups * C, (o % groups + 1) * C)
        for u in range(kh):
            for v in range(kw):
                at = (slice(None), c, slice(u * d, u * d + s * h, s), slice(v * d, v * d + s * w, s))
                gx[at] += grad_output[:, o, None] * weight[o, :, u, v][:, None, None]
                gw[o, :, u, v] = np.einsum("nhw,nchw->c", grad_output[:, o], xp[at])
    return gx[:, :, p:p + x.shape[2], p:p + x.shape[3]], gw, grad_output.sum((0, 2, 3))
# %% wrong: dilation forgotten in grad_weight
def grouped_conv2d_backward(grad_output, x, weight, stride=1, padding=0, dilation=1, groups=1):
    p, s, d = padding, stride, dilation
    xp = np.pad(x, ((0, 0), (0, 0), (p, p), (p, p)))
    gx, gw = np.zeros(xp.shape), np.zeros(weight.shape)
    O, C, kh, kw = weight.shape
    h, w = grad_output.shape[2:]
    for o in range(O):
        k = o // (O // groups)
        for u in range(kh):
            for v in range(kw):
                gx[:, k * C:k * C + C, u * d:u * d + s * h:s, v * d:v * d + s * w:s] += grad_output[:, o, None] * weight[o, :, u, v][:, None, None]
                gw[o, :, u, v] = np.einsum("nhw,nchw->c", grad_output[:, o], xp[:, k * C:k * C + C, u:u + s * h:s, v:v + s * w:s])
    return gx[:, :, p:p + x.shape[2], p:p + x.shape[3]], gw, grad_output.sum((0, 2, 3))
# %% wrong: channels of a group start at group, not group * channels
def grouped_conv2d_backward(grad_output, x, weight, stride=1, padding=0, dilation=1, groups=1):
    p, s, d = padding, stride, dilation
    xp = np.pad(x, ((0, 0), (0, 0), (p, p), (p, p)))
    gx, gw = np.zeros(xp.shape), np.zeros(weight.shape)
    O, C, kh, kw = weight.shape
    h, w = grad_output.shape[2:]
    for o in range(O):
        k = o // (O // groups)
        for u in range(kh):
            for v in range(kw):
                at = (slice(None), slice(k, k + C), slice(u * d, u * d + s * h, s), slice(v * d, v * d + s * w, s))
                gx[at] += grad_output[:, o, None] * weight[o, :, u, v][:, None, None]
                gw[o, :, u, v] = np.einsum("nhw,nchw->c", grad_output[:, o], xp[at])
    return gx[:, :, p:p + x.shape[2], p:p + x.shape[3]], gw, grad_output.sum((0, 2, 3))
# %% wrong: grad_x of filters of one group assigned: the last filter of the group wins
def grouped_conv2d_backward(grad_output, x, weight, stride=1, padding=0, dilation=1, groups=1):
    import torch
    F = torch.nn.functional
    O, C = weight.shape[:2]
    gx, gw = np.zeros(x.shape), np.zeros(weight.shape)
    for o in range(O):
        k = o // (O // groups)
        t = torch.tensor(x[:, k * C:(k + 1) * C], requires_grad=True)
        w = torch.tensor(weight[o:o + 1], requires_grad=True)
        F.conv2d(t, w, stride=stride, padding=padding, dilation=dilation).backward(torch.tensor(grad_output[:, o:o + 1]))
        gx[:, k * C:(k + 1) * C] = t.grad.numpy()
        gw[o] = w.grad.numpy()[0]
    return gx, gw, grad_output.sum(axis=(0, 2, 3))
# %% wrong: groups ignored: uses all channels, crash for groups > 1
def grouped_conv2d_backward(grad_output, x, weight, stride=1, padding=0, dilation=1, groups=1):
    p, s, d = padding, stride, dilation
    xp = np.pad(x, ((0, 0), (0, 0), (p, p), (p, p)))
    gx, gw = np.zeros(xp.shape), np.zeros(weight.shape)
    h, w = grad_output.shape[2:]
    for u in range(weight.shape[2]):
        for v in range(weight.shape[3]):
            at = (slice(None), slice(None), slice(u * d, u * d + s * h, s), slice(v * d, v * d + s * w, s))
            gx[at] += np.einsum("nohw,oc->nchw", grad_output, weight[:, :, u, v])
            gw[:, :, u, v] = np.einsum("nohw,nchw->oc", grad_output, xp[at])
    return gx[:, :, p:p + x.shape[2], p:p + x.shape[3]], gw, grad_output.sum((0, 2, 3))
# %% right: torch autograd
def grouped_conv2d_backward(grad_output, x, weight, stride=1, padding=0, dilation=1, groups=1):
    import torch
    t, w = torch.tensor(x, requires_grad=True), torch.tensor(weight, requires_grad=True)
    y = torch.nn.functional.conv2d(t, w, None, stride, padding, dilation, groups)
    a, b = torch.autograd.grad(y, (t, w), torch.tensor(grad_output))
    return a.numpy(), b.numpy(), grad_output.sum((0, 2, 3))
# %% right: filters and taps
def grouped_conv2d_backward(grad_output, x, weight, stride=1, padding=0, dilation=1, groups=1):
    p, s, d = padding, stride, dilation
    xp = np.pad(x, ((0, 0), (0, 0), (p, p), (p, p)))
    gx, gw = np.zeros(xp.shape), np.zeros(weight.shape)
    O, C, kh, kw = weight.shape
    h, w = grad_output.shape[2:]
    for o in range(O):
        k = o // (O // groups) * C
        for u in range(kh):
            for v in range(kw):
                at = (slice(None), slice(k, k + C), slice(u * d, u * d + s * h, s), slice(v * d, v * d + s * w, s))
                gx[at] += grad_output[:, o, None] * weight[o, :, u, v][:, None, None]
                gw[o, :, u, v] = np.einsum("nhw,nchw->c", grad_output[:, o], xp[at])
    return gx[:, :, p:p + x.shape[2], p:p + x.shape[3]], gw, grad_output.sum((0, 2, 3))
