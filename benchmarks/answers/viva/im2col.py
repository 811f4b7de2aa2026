# %% wrong: the transpose before the reshape is missing, so the shape is right, but the numbers of different windows and channels are mixed
def im2col(x, kernel_size, stride=1, padding=0):
    x = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    w = np.lib.stride_tricks.sliding_window_view(x, kernel_size, axis=(2, 3))[:, :, ::stride, ::stride]
    n, c, h, wd, kh, kw = w.shape
    return w.reshape(n * h * wd, c * kh * kw)
# %% wrong: inside of a row the channels stand last (K_H, K_W, C), so the channels of each pixel are neighbours, where each channel's whole window should come after the other
def im2col(x, kernel_size, stride=1, padding=0):
    k_h, k_w = kernel_size
    padded = np.pad(x, [(0, 0), (0, 0), (padding, padding), (padding, padding)])
    rows = []
    for image in padded:
        for top in range(0, padded.shape[2] - k_h + 1, stride):
            for left in range(0, padded.shape[3] - k_w + 1, stride):
                patch = image[:, top:top + k_h, left:left + k_w]
                rows.append(patch.transpose(1, 2, 0).ravel())
    return np.array(rows)
# %% wrong: the matrix is transposed: each window is a column, so the shape is (C * K_H * K_W, N * H_out * W_out)
def im2col(x, kernel_size, stride=1, padding=0):
    x = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    KH, KW = kernel_size
    view = np.lib.stride_tricks.sliding_window_view(x, (KH, KW), axis=(2, 3))
    view = view[:, :, ::stride, ::stride]
    return view.transpose(1, 4, 5, 0, 2, 3).reshape(x.shape[1] * KH * KW, -1)
# %% wrong: two mistakes: H_out and W_out are computed from the size before padding, so with padding the windows at the end are missing, and the rows of the matrix go through the image column by column (W_out before H_out)
def im2col(x, kernel_size, stride=1, padding=0):
    n, c, h, w = x.shape
    kh, kw = kernel_size
    down, across = (h - kh) // stride + 1, (w - kw) // stride + 1
    x = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    cols = [x[b, :, i * stride:i * stride + kh, j * stride:j * stride + kw].reshape(-1)
            for b in range(n) for j in range(across) for i in range(down)]
    return np.array(cols).reshape(n * down * across, c * kh * kw)
# %% right: filled column by column, a tap of a channel at a time
def im2col(x, kernel_size, stride=1, padding=0):
    N, C, H, W = x.shape
    padded = np.zeros((N, C, H + 2 * padding, W + 2 * padding), dtype=x.dtype)
    padded[:, :, padding:padding + H, padding:padding + W] = x
    rows_end = H + 2 * padding - kernel_size[0] + 1
    cols_end = W + 2 * padding - kernel_size[1] + 1
    columns = [padded[:, c, u:u + rows_end:stride, v:v + cols_end:stride].ravel()
               for c in range(C) for u in range(kernel_size[0]) for v in range(kernel_size[1])]
    return np.stack(columns, axis=1)
