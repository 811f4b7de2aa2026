# %% wrong: padding is not cut off grad_x
def conv2d_backward(grad_output, x, weight, stride=1, padding=0):
    p, s = padding, stride
    xp = np.pad(x, ((0, 0), (0, 0), (p, p), (p, p)))
    gx, gw = np.zeros(xp.shape), np.zeros(weight.shape)
    kh, kw = weight.shape[2:]
    for i in range(grad_output.shape[2]):
        for j in range(grad_output.shape[3]):
            g = grad_output[:, :, i, j]
            a, b = slice(i * s, i * s + kh), slice(j * s, j * s + kw)
            gx[:, :, a, b] += np.einsum("no,ochw->nchw", g, weight)
            gw += np.einsum("no,nchw->ochw", g, xp[:, :, a, b])
    return gx, gw, grad_output.sum((0, 2, 3))
# %% wrong: cut by [p:-p]: empty for padding 0
def conv2d_backward(grad_output, x, weight, stride=1, padding=0):
    p, s = padding, stride
    xp = np.pad(x, ((0, 0), (0, 0), (p, p), (p, p)))
    gx, gw = np.zeros(xp.shape), np.zeros(weight.shape)
    H, W = grad_output.shape[2:]
    for u in range(weight.shape[2]):
        for v in range(weight.shape[3]):
            at = (slice(None), slice(None), slice(u, u + s * H, s), slice(v, v + s * W, s))
            gx[at] += np.einsum("nohw,oc->nchw", grad_output, weight[:, :, u, v])
            gw[:, :, u, v] = np.einsum("nohw,nchw->oc", grad_output, xp[at])
    return gx[:, :, p:-p, p:-p], gw, grad_output.sum((0, 2, 3))
# %% wrong: grad_bias averaged over the batch
def conv2d_backward(grad_output, x, weight, stride=1, padding=0):
    p, s = padding, stride
    xp = np.pad(x, ((0, 0), (0, 0), (p, p), (p, p)))
    gx, gw = np.zeros(xp.shape), np.zeros(weight.shape)
    H, W = grad_output.shape[2:]
    for u in range(weight.shape[2]):
        for v in range(weight.shape[3]):
            at = (slice(None), slice(None), slice(u, u + s * H, s), slice(v, v + s * W, s))
            gx[at] += np.einsum("nohw,oc->nchw", grad_output, weight[:, :, u, v])
            gw[:, :, u, v] = np.einsum("nohw,nchw->oc", grad_output, xp[at])
    return gx[:, :, p:p + x.shape[2], p:p + x.shape[3]], gw, grad_output.sum((2, 3)).mean(0)
# %% wrong: gather with the turned kernel; the spread gradient is not filled up to H, so a rest of the stride breaks it
def conv2d_backward(grad_output, x, weight, stride=1, padding=0):
    from numpy.lib.stride_tricks import sliding_window_view as win
    n, o, h, w = grad_output.shape
    kh, kw = weight.shape[2:]
    g = np.zeros((n, o, (h - 1) * stride + 1, (w - 1) * stride + 1))
    g[:, :, ::stride, ::stride] = grad_output
    full = np.pad(g, ((0, 0), (0, 0), (kh - 1, kh - 1), (kw - 1, kw - 1)))
    gx = np.einsum("nohwij,ocij->nchw", win(full, (kh, kw), (2, 3)), weight[:, :, ::-1, ::-1])
    xp = np.pad(x, ((0, 0), (0, 0), (padding,) * 2, (padding,) * 2))
    gw = np.einsum("nohw,ncijhw->ocij", g, win(xp, g.shape[2:], (2, 3)))
    return gx[:, :, padding:padding + x.shape[2], padding:padding + x.shape[3]], gw, g.sum((0, 2, 3))
# %% wrong: reads the unpadded x in grad_weight (padding > 0: crash or wrong)
def conv2d_backward(grad_output, x, weight, stride=1, padding=0):
    n, c, h, w = x.shape
    gx = np.zeros((n, c, h + 2 * padding, w + 2 * padding))
    gw = np.zeros(weight.shape)
    kh, kw = weight.shape[2:]
    for i in range(grad_output.shape[2]):
        for j in range(grad_output.shape[3]):
            a, b = slice(i * stride, i * stride + kh), slice(j * stride, j * stride + kw)
            g = grad_output[:, :, i, j]
            gx[:, :, a, b] += np.tensordot(g, weight, 1)
            gw += np.tensordot(g.T, x[:, :, a, b], 1)
    return gx[:, :, padding:padding + h, padding:padding + w], gw, grad_output.sum(axis=(0, 2, 3))
# %% wrong: grad_bias keeps the batch axis: (N, C_out)
def conv2d_backward(grad_output, x, weight, stride=1, padding=0):
    import torch
    t, w = torch.tensor(x, requires_grad=True), torch.tensor(weight, requires_grad=True)
    torch.nn.functional.conv2d(t, w, stride=stride, padding=padding).backward(torch.tensor(grad_output))
    return t.grad.numpy(), w.grad.numpy(), grad_output.sum(axis=(2, 3))
# %% right: torch autograd
def conv2d_backward(grad_output, x, weight, stride=1, padding=0):
    import torch
    t, w, b = torch.tensor(x, requires_grad=True), torch.tensor(weight, requires_grad=True), torch.zeros(len(weight), dtype=torch.tensor(x).dtype, requires_grad=True)
    y = torch.nn.functional.conv2d(t, w, b, stride=stride, padding=padding)
    return tuple(g.numpy() for g in torch.autograd.grad(y, (t, w, b), torch.tensor(grad_output)))
# %% right: loop over taps
def conv2d_backward(grad_output, x, weight, stride=1, padding=0):
    p, s = padding, stride
    xp = np.pad(x, ((0, 0), (0, 0), (p, p), (p, p)))
    gx, gw = np.zeros(xp.shape), np.zeros(weight.shape)
    H, W = grad_output.shape[2:]
    for u in range(weight.shape[2]):
        for v in range(weight.shape[3]):
            at = (slice(None), slice(None), slice(u, u + s * H, s), slice(v, v + s * W, s))
            gx[at] += np.einsum("nohw,oc->nchw", grad_output, weight[:, :, u, v])
            gw[:, :, u, v] = np.einsum("nohw,nchw->oc", grad_output, xp[at])
    return gx[:, :, p:p + x.shape[2], p:p + x.shape[3]], gw, grad_output.sum((0, 2, 3))
