# %% wrong: as in evaluation: mean and variance taken for constants
def batch_norm_backward(grad_output, x, weight, eps=1e-5):
    m, v = x.mean((0, 2, 3), keepdims=True), x.var((0, 2, 3), keepdims=True)
    h = (x - m) / np.sqrt(v + eps)
    return grad_output * weight[:, None, None] / np.sqrt(v + eps), (grad_output * h).sum((0, 2, 3)), grad_output.sum((0, 2, 3))
# %% wrong: gradient through the mean only
def batch_norm_backward(grad_output, x, weight, eps=1e-5):
    a = (0, 2, 3)
    s = np.sqrt(x.var(a, keepdims=True) + eps)
    h = (x - x.mean(a, keepdims=True)) / s
    g = grad_output * weight[:, None, None]
    return (g - g.mean(a, keepdims=True)) / s, (grad_output * h).sum(a), grad_output.sum(a)
# %% wrong: weight left out of grad_x
def batch_norm_backward(grad_output, x, weight, eps=1e-5):
    a = (0, 2, 3)
    s = np.sqrt(x.var(a, keepdims=True) + eps)
    h = (x - x.mean(a, keepdims=True)) / s
    g = grad_output
    return (g - g.mean(a, keepdims=True) - h * (g * h).mean(a, keepdims=True)) / s, (g * h).sum(a), g.sum(a)
# %% wrong: grad_weight with x instead of the normalised x
def batch_norm_backward(grad_output, x, weight, eps=1e-5):
    a = (0, 2, 3)
    s = np.sqrt(x.var(a, keepdims=True) + eps)
    h = (x - x.mean(a, keepdims=True)) / s
    g = grad_output * weight[:, None, None]
    return (g - g.mean(a, keepdims=True) - h * (g * h).mean(a, keepdims=True)) / s, (grad_output * x).sum(a), grad_output.sum(a)
# %% wrong: means over the batch axis only
def batch_norm_backward(grad_output, x, weight, eps=1e-5):
    a = (0, 2, 3)
    s = np.sqrt(x.var(a, keepdims=True) + eps)
    h = (x - x.mean(a, keepdims=True)) / s
    g = grad_output * weight[:, None, None]
    return (g - g.mean(0) - h * (g * h).mean(0)) / s, (grad_output * h).sum(a), grad_output.sum(a)
# %% right: formula
def batch_norm_backward(grad_output, x, weight, eps=1e-5):
    a = (0, 2, 3)
    s = np.sqrt(x.var(a, keepdims=True) + eps)
    h = (x - x.mean(a, keepdims=True)) / s
    g = grad_output * weight[:, None, None]
    return (g - g.mean(a, keepdims=True) - h * (g * h).mean(a, keepdims=True)) / s, (grad_output * h).sum(a), grad_output.sum(a)
# %% right: torch
def batch_norm_backward(grad_output, x, weight, eps=1e-5):
    import torch
    t, w = torch.tensor(x, requires_grad=True), torch.tensor(weight, requires_grad=True)
    b = torch.zeros_like(w, requires_grad=True)
    y = torch.nn.functional.batch_norm(t, None, None, w, b, True, 0.1, eps)
    return tuple(v.numpy() for v in torch.autograd.grad(y, (t, w, b), torch.tensor(grad_output)))
