# %% wrong: result reshaped straight to (N, C_out, H, W), without the transpose
def conv2d_gemm(x, weight, bias, stride=1, padding=0):
    p, k = padding, weight.shape[2:]
    x = np.pad(x, ((0, 0), (0, 0), (p, p), (p, p)))
    v = np.lib.stride_tricks.sliding_window_view(x, k, (2, 3))[:, :, ::stride, ::stride]
    n, c, h, w = v.shape[:4]
    out = v.transpose(0, 2, 3, 1, 4, 5).reshape(n * h * w, -1) @ weight.reshape(len(weight), -1).T + bias
    return out.reshape(n, len(weight), h, w)
# %% wrong: weight.reshape(-1, C_out) instead of reshape(C_out, -1).T
def conv2d_gemm(x, weight, bias, stride=1, padding=0):
    p, k = padding, weight.shape[2:]
    x = np.pad(x, ((0, 0), (0, 0), (p, p), (p, p)))
    v = np.lib.stride_tricks.sliding_window_view(x, k, (2, 3))[:, :, ::stride, ::stride]
    n, c, h, w = v.shape[:4]
    out = v.transpose(0, 2, 3, 1, 4, 5).reshape(n * h * w, -1) @ weight.reshape(-1, len(weight)) + bias
    return out.reshape(n, h, w, -1).transpose(0, 3, 1, 2)
# %% wrong: transposes the image to (N, C_out, W, H)
def conv2d_gemm(x, weight, bias, stride=1, padding=0):
    def conv(a, w, s=1, p=1):
        a = np.pad(a, ((0, 0), (0, 0), (p, p), (p, p)))
        v = np.lib.stride_tricks.sliding_window_view(a, w.shape[2:], (2, 3))[:, :, ::s, ::s]
        return np.einsum("nchwij,ocij->nohw", v, w)
    y = conv(x, weight, stride, padding) + bias[:, None, None]
    return y.transpose(0, 2, 3, 1).T.transpose(3, 0, 1, 2)
# %% wrong: square sizes assumed: W_out taken from H_out
def conv2d_gemm(x, weight, bias, stride=1, padding=0):
    p, k = padding, weight.shape[2:]
    x = np.pad(x, ((0, 0), (0, 0), (p, p), (p, p)))
    v = np.lib.stride_tricks.sliding_window_view(x, k, (2, 3))[:, :, ::stride, ::stride]
    n, c, h, w = v.shape[:4]
    out = v.transpose(0, 2, 3, 1, 4, 5).reshape(n * h * w, -1) @ weight.reshape(len(weight), -1).T + bias
    return out.reshape(n, h, h, -1).transpose(0, 3, 1, 2)
# %% wrong: bias forgotten
def conv2d_gemm(x, weight, bias, stride=1, padding=0):
    def conv(a, w, s=1, p=1):
        a = np.pad(a, ((0, 0), (0, 0), (p, p), (p, p)))
        v = np.lib.stride_tricks.sliding_window_view(a, w.shape[2:], (2, 3))[:, :, ::s, ::s]
        return np.einsum("nchwij,ocij->nohw", v, w)
    return conv(x, weight, stride, padding)
# %% right: matrix product
def conv2d_gemm(x, weight, bias, stride=1, padding=0):
    p, k = padding, weight.shape[2:]
    x = np.pad(x, ((0, 0), (0, 0), (p, p), (p, p)))
    v = np.lib.stride_tricks.sliding_window_view(x, k, (2, 3))[:, :, ::stride, ::stride]
    n, c, h, w = v.shape[:4]
    out = v.transpose(0, 2, 3, 1, 4, 5).reshape(n * h * w, -1) @ weight.reshape(len(weight), -1).T + bias
    return out.reshape(n, h, w, -1).transpose(0, 3, 1, 2)
# %% right: torch unfold
def conv2d_gemm(x, weight, bias, stride=1, padding=0):
    import torch
    cols = torch.nn.functional.unfold(torch.tensor(x), weight.shape[2:], stride=stride, padding=padding).numpy()
    h = (x.shape[2] + 2 * padding - weight.shape[2]) // stride + 1
    return (weight.reshape(len(weight), -1) @ cols + bias[:, None]).reshape(len(x), len(weight), h, -1)
