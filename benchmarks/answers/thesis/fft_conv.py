# %% wrong: the conjugate is missing: it is the (circular) true convolution, with the kernel turned; shows for kernels above 1x1
def fft_conv(x, kernel):
    size = x.shape[1:]
    product = np.fft.rfft2(x, size) * np.fft.rfft2(kernel, size)
    full = np.fft.irfft2(product.sum(axis=0), size)
    return full[:x.shape[1] - kernel.shape[1] + 1, :x.shape[2] - kernel.shape[2] + 1]
# %% wrong: irfft2 is called without the size, so it makes an even width: wrong numbers if x has an odd width
def fft_conv(x, kernel):
    C, H, W = x.shape
    _, kh, kw = kernel.shape
    X = np.fft.rfft2(x)
    K = np.conj(np.fft.rfft2(kernel, s=(H, W)))
    y = np.fft.irfft2((X * K).sum(axis=0))
    return y[0:H - kh + 1, 0:W - kw + 1]
# %% wrong: the valid part is cut out from row K_H - 1 and column K_W - 1 on, as for a full convolution, instead of from 0: the numbers are shifted, and some have wrapped around
def fft_conv(x, kernel):
    h, w = x.shape[-2:]
    kh, kw = kernel.shape[-2:]
    spectrum = np.zeros((h, w), dtype=complex)
    for a, b in zip(x, kernel):
        spectrum += np.fft.fft2(a) * np.fft.fft2(b, (h, w)).conj()
    out = np.real(np.fft.ifft2(spectrum))
    return out[kh - 1:, kw - 1:]
# %% wrong: the output has one row and one column too few (H - K_H rows, the + 1 is forgotten)
def fft_conv(x, kernel):
    H, W = x.shape[1], x.shape[2]
    fx = np.fft.fft2(x)
    fk = np.fft.fft2(kernel, s=(H, W))
    res = np.fft.ifft2(np.sum(fx * np.conj(fk), axis=0)).real
    return res[:H - kernel.shape[1], :W - kernel.shape[2]]
# %% right: the turned kernel in place of the conjugate, room for the full convolution, the middle cut out
def fft_conv(x, kernel):
    (_, h, w), (_, kh, kw) = x.shape, kernel.shape
    room = (h + kh - 1, w + kw - 1)
    turned = kernel[:, ::-1, ::-1]
    spectrum = np.einsum("cij,cij->ij", np.fft.fft2(x, room), np.fft.fft2(turned, room))
    return np.fft.ifft2(spectrum).real[kh - 1:h, kw - 1:w]
