# %% wrong: no conjugate: multiplies the transforms, which is the true convolution (and its first rows wrap around)
def fft_conv(x, kernel):
    C, H, W = x.shape
    KH, KW = kernel.shape[1:]
    fx = np.fft.fft2(x)
    fk = np.fft.fft2(kernel, s=(H, W))
    full = np.real(np.fft.ifft2((fx * fk).sum(axis=0)))
    return full[:H - KH + 1, :W - KW + 1]
# %% wrong: convolves: valid part of the product without the conjugate, from K - 1 on; the kernel is turned (right only for kernels equal to their half turn)
def fft_conv(x, kernel):
    C, H, W = x.shape
    KH, KW = kernel.shape[1:]
    product = np.fft.rfft2(x) * np.fft.rfft2(kernel, s=(H, W))
    return np.fft.irfft2(product.sum(axis=0), s=(H, W))[KH - 1:, KW - 1:]
# %% wrong: irfft2 without the size s: for odd widths one column is lost and the numbers are wrong (right for even W)
def fft_conv(x, kernel):
    C, H, W = x.shape
    KH, KW = kernel.shape[1:]
    spectrum = np.fft.rfft2(x) * np.conj(np.fft.rfft2(kernel, s=(H, W)))
    y = np.fft.irfft2(spectrum.sum(axis=0))
    return y[:H - KH + 1, :W - KW + 1]
# %% wrong: returns all H x W places, with the wrapped ones, instead of the valid part
def fft_conv(x, kernel):
    H, W = x.shape[1:]
    spectrum = np.fft.fft2(x) * np.fft.fft2(kernel, s=(H, W)).conj()
    return np.fft.ifft2(spectrum.sum(axis=0)).real
# %% wrong: forgets the sum over the channels: (C, H - K_H + 1, W - K_W + 1)
def fft_conv(x, kernel):
    _, H, W = x.shape
    _, KH, KW = kernel.shape
    y = np.fft.ifft2(np.fft.fft2(x) * np.conj(np.fft.fft2(kernel, s=(H, W)))).real
    return y[:, :H - KH + 1, :W - KW + 1]
# %% wrong: fftn over all three axes: the channels are transformed too; the sum over the transformed channels is not the sum over channels (right for C = 1)
def fft_conv(x, kernel):
    C, H, W = x.shape
    KH, KW = kernel.shape[1:]
    padded = np.zeros((C, H, W))
    padded[:, :KH, :KW] = kernel
    spectrum = np.fft.fftn(x) * np.conj(np.fft.fftn(padded))
    return np.fft.ifftn(spectrum).real.sum(axis=0)[:H - KH + 1, :W - KW + 1]
# %% wrong: takes the absolute value of the complex result instead of its real part: negative sums turn positive
def fft_conv(x, kernel):
    C, H, W = x.shape
    KH, KW = kernel.shape[-2:]
    f = np.fft.fft2(x) * np.conj(np.fft.fft2(kernel, (H, W)))
    return np.abs(np.fft.ifft2(f.sum(0)))[:H - KH + 1, :W - KW + 1]
# %% right: turned kernel, padded to the full size, no conjugate; valid part cut out of the full convolution
def fft_conv(x, kernel):
    _, h, w = x.shape
    _, kh, kw = kernel.shape
    size = (h + kh - 1, w + kw - 1)
    product = np.einsum("chw,chw->hw", np.fft.rfft2(x, size), np.fft.rfft2(kernel[:, ::-1, ::-1], size))
    return np.fft.irfft2(product, size)[kh - 1:h, kw - 1:w]
