# %% wrong: the last ReLU's gate is missing
def residual_block_backward(grad_output, x, weight1, weight2):
    import torch
    import torch.nn.functional as F
    t, a, b = (torch.tensor(v, requires_grad=True) for v in (x, weight1, weight2))
    y = F.conv2d(F.relu(F.conv2d(t, a, padding=1)), b, padding=1) + t
    y.backward(torch.tensor(grad_output))
    return t.grad.numpy(), a.grad.numpy(), b.grad.numpy()
# %% wrong: forgets the gradient through the shortcut
def residual_block_backward(grad_output, x, weight1, weight2):
    import torch
    import torch.nn.functional as F
    t, a, b = (torch.tensor(v, requires_grad=True) for v in (x, weight1, weight2))
    y = F.relu(F.conv2d(F.relu(F.conv2d(t, a, padding=1)), b, padding=1) + t.detach())
    y.backward(torch.tensor(grad_output))
    return t.grad.numpy(), a.grad.numpy(), b.grad.numpy()
# %% wrong: shortcut gets grad_output ungated, the way through F the gated one
def residual_block_backward(grad_output, x, weight1, weight2):
    def conv(a, w, s=1, p=1):
        a = np.pad(a, ((0, 0), (0, 0), (p, p), (p, p)))
        v = np.lib.stride_tricks.sliding_window_view(a, w.shape[2:], (2, 3))[:, :, ::s, ::s]
        return np.einsum("nchwij,ocij->nohw", v, w)
    def back(g, a, w):
        gx = conv(g, w.transpose(1, 0, 2, 3)[:, :, ::-1, ::-1])
        p = np.pad(a, ((0, 0), (0, 0), (1, 1), (1, 1)))
        H, W = a.shape[2:]
        gw = np.zeros(w.shape)
        for u in range(3):
            for v in range(3):
                gw[:, :, u, v] = np.einsum("nohw,nchw->oc", g, p[:, :, u:u + H, v:v + W])
        return gx, gw
    a = conv(x, weight1)
    h = np.maximum(a, 0)
    s = conv(h, weight2) + x
    g = grad_output * (s > 0)
    gh, gw2 = back(g, h, weight2)
    gx, gw1 = back(gh * (a > 0), x, weight1)
    return gx + grad_output, gw1, gw2
# %% wrong: the last gate looks at F(x) only, not at F(x) + x
def residual_block_backward(grad_output, x, weight1, weight2):
    def conv(a, w, s=1, p=1):
        a = np.pad(a, ((0, 0), (0, 0), (p, p), (p, p)))
        v = np.lib.stride_tricks.sliding_window_view(a, w.shape[2:], (2, 3))[:, :, ::s, ::s]
        return np.einsum("nchwij,ocij->nohw", v, w)
    def back(g, a, w):
        gx = conv(g, w.transpose(1, 0, 2, 3)[:, :, ::-1, ::-1])
        p = np.pad(a, ((0, 0), (0, 0), (1, 1), (1, 1)))
        v = np.lib.stride_tricks.sliding_window_view(p, (3, 3), (2, 3))
        return gx, np.einsum("nohw,nchwij->ocij", g, v)
    a = conv(x, weight1)
    h = np.maximum(a, 0)
    f = conv(h, weight2)
    g = grad_output * (f > 0)
    gh, gw2 = back(g, h, weight2)
    gx, gw1 = back(gh * (a > 0), x, weight1)
    return gx + g, gw1, gw2
# %% wrong: the gradient of weight2 uses the pre-activation instead of relu(...)
def residual_block_backward(grad_output, x, weight1, weight2):
    def conv(a, w, s=1, p=1):
        a = np.pad(a, ((0, 0), (0, 0), (p, p), (p, p)))
        v = np.lib.stride_tricks.sliding_window_view(a, w.shape[2:], (2, 3))[:, :, ::s, ::s]
        return np.einsum("nchwij,ocij->nohw", v, w)
    def back(g, a, w):
        gx = conv(g, w.transpose(1, 0, 2, 3)[:, :, ::-1, ::-1])
        p = np.pad(a, ((0, 0), (0, 0), (1, 1), (1, 1)))
        v = np.lib.stride_tricks.sliding_window_view(p, (3, 3), (2, 3))
        return gx, np.einsum("nohw,nchwij->ocij", g, v)
    a = conv(x, weight1)
    s = conv(np.maximum(a, 0), weight2) + x
    g = grad_output * (s > 0)
    gh, gw2 = back(g, a, weight2)
    gx, gw1 = back(gh * (a > 0), x, weight1)
    return gx + g, gw1, gw2
# %% wrong: inner gate missing on the way back
def residual_block_backward(grad_output, x, weight1, weight2):
    def conv(a, w, s=1, p=1):
        a = np.pad(a, ((0, 0), (0, 0), (p, p), (p, p)))
        v = np.lib.stride_tricks.sliding_window_view(a, w.shape[2:], (2, 3))[:, :, ::s, ::s]
        return np.einsum("nchwij,ocij->nohw", v, w)
    def back(g, a, w):
        gx = conv(g, w.transpose(1, 0, 2, 3)[:, :, ::-1, ::-1])
        p = np.pad(a, ((0, 0), (0, 0), (1, 1), (1, 1)))
        v = np.lib.stride_tricks.sliding_window_view(p, (3, 3), (2, 3))
        return gx, np.einsum("nohw,nchwij->ocij", g, v)
    a = conv(x, weight1)
    h = np.maximum(a, 0)
    g = grad_output * (conv(h, weight2) + x > 0)
    gh, gw2 = back(g, h, weight2)
    gx, gw1 = back(gh, x, weight1)
    return gx + g, gw1, gw2
# %% wrong: gates grad_output in place: the argument is changed
def residual_block_backward(grad_output, x, weight1, weight2):
    def conv(a, w, s=1, p=1):
        a = np.pad(a, ((0, 0), (0, 0), (p, p), (p, p)))
        v = np.lib.stride_tricks.sliding_window_view(a, w.shape[2:], (2, 3))[:, :, ::s, ::s]
        return np.einsum("nchwij,ocij->nohw", v, w)
    def back(g, a, w):
        gx = conv(g, w.transpose(1, 0, 2, 3)[:, :, ::-1, ::-1])
        p = np.pad(a, ((0, 0), (0, 0), (1, 1), (1, 1)))
        v = np.lib.stride_tricks.sliding_window_view(p, (3, 3), (2, 3))
        return gx, np.einsum("nohw,nchwij->ocij", g, v)
    a = conv(x, weight1)
    h = np.maximum(a, 0)
    grad_output[conv(h, weight2) + x <= 0] = 0
    gh, gw2 = back(grad_output, h, weight2)
    gx, gw1 = back(gh * (a > 0), x, weight1)
    return gx + grad_output, gw1, gw2
# %% wrong: turned kernels but in- and output channels not swapped
def residual_block_backward(grad_output, x, weight1, weight2):
    def conv(a, w, s=1, p=1):
        a = np.pad(a, ((0, 0), (0, 0), (p, p), (p, p)))
        v = np.lib.stride_tricks.sliding_window_view(a, w.shape[2:], (2, 3))[:, :, ::s, ::s]
        return np.einsum("nchwij,ocij->nohw", v, w)
    def back(g, a, w):
        p = np.pad(a, ((0, 0), (0, 0), (1, 1), (1, 1)))
        v = np.lib.stride_tricks.sliding_window_view(p, (3, 3), (2, 3))
        return conv(g, w[:, :, ::-1, ::-1]), np.einsum("nohw,nchwij->ocij", g, v)
    a = conv(x, weight1)
    h = np.maximum(a, 0)
    g = grad_output * (conv(h, weight2) + x > 0)
    gh, gw2 = back(g, h, weight2)
    gx, gw1 = back(gh * (a > 0), x, weight1)
    return gx + g, gw1, gw2
# %% right: torch autograd
def residual_block_backward(grad_output, x, weight1, weight2):
    import torch
    import torch.nn.functional as F
    t, a, b = (torch.tensor(v, requires_grad=True) for v in (x, weight1, weight2))
    y = F.relu(F.conv2d(F.relu(F.conv2d(t, a, padding=1)), b, padding=1) + t)
    return tuple(g.numpy() for g in torch.autograd.grad(y, (t, a, b), torch.tensor(grad_output)))
# %% right: numpy, turned kernels and windows
def residual_block_backward(grad_output, x, weight1, weight2):
    def conv(a, w, s=1, p=1):
        a = np.pad(a, ((0, 0), (0, 0), (p, p), (p, p)))
        v = np.lib.stride_tricks.sliding_window_view(a, w.shape[2:], (2, 3))[:, :, ::s, ::s]
        return np.einsum("nchwij,ocij->nohw", v, w)
    def back(g, a, w):
        p = np.pad(a, ((0, 0), (0, 0), (1, 1), (1, 1)))
        v = np.lib.stride_tricks.sliding_window_view(p, (3, 3), (2, 3))
        return conv(g, w.swapaxes(0, 1)[:, :, ::-1, ::-1]), np.einsum("nohw,nchwij->ocij", g, v)
    a = conv(x, weight1)
    h = np.maximum(a, 0)
    g = grad_output * (conv(h, weight2) + x > 0)
    gh, gw2 = back(g, h, weight2)
    gx, gw1 = back(gh * (a > 0), x, weight1)
    return gx + g, gw1, gw2
