# %% wrong: the conjugate is forgotten, so it is a true convolution that wraps around
def fft_conv(x, kernel):
    C, H, W = x.shape
    KH, KW = kernel.shape[1:]
    spectrum = np.fft.rfft2(x) * np.fft.rfft2(kernel, (H, W))
    full = np.fft.irfft2(spectrum.sum(axis=0), (H, W))
    return full[:H - KH + 1, :W - KW + 1]
# %% wrong: irfft2 is not told the size; for an odd width it assumes one column fewer and all numbers are wrong (an image of width 1 crashes)
def fft_conv(x, kernel):
    _, h, w = x.shape
    _, kh, kw = kernel.shape
    fx = np.fft.rfft2(x)
    fk = np.conj(np.fft.rfft2(kernel, s=(h, w)))
    y = np.fft.irfft2((fx * fk).sum(0))
    return y[: h - kh + 1, : w - kw + 1]
# %% wrong: the valid part is cut from row K_H - 1 and column K_W - 1 on, as for a true convolution, not from row 0; right for 1x1 kernels only
def fft_conv(x, kernel):
    size = x.shape[1:]
    total = np.zeros(size)
    for channel in range(len(x)):
        a = np.fft.fft2(x[channel])
        b = np.fft.fft2(kernel[channel], size)
        total += np.fft.ifft2(a * b.conj()).real
    return total[kernel.shape[1] - 1:, kernel.shape[2] - 1:]
# %% wrong: the channels are not summed, so the answer is (C, H_out, W_out)
def fft_conv(x, kernel):
    H, W = x.shape[1], x.shape[2]
    KH, KW = kernel.shape[1], kernel.shape[2]
    F = np.fft.rfft2(x, (H, W))
    G = np.fft.rfft2(kernel, (H, W))
    out = np.fft.irfft2(F * np.conj(G), (H, W))
    return out[:, :H - KH + 1, :W - KW + 1]
# %% right: the kernel is turned first, full size H + K - 1, one transform over all three axes
def fft_conv(x, kernel):
    c, h, w = x.shape
    _, kh, kw = kernel.shape
    size = (2 * c - 1, h + kh - 1, w + kw - 1)
    turned = kernel[::-1, ::-1, ::-1]
    full = np.fft.ifftn(np.fft.fftn(x, size) * np.fft.fftn(turned, size)).real
    return full[c - 1, kh - 1:h, kw - 1:w]
