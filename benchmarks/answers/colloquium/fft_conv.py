# %% wrong: the conjugate is taken of the image's transform instead of the kernel's
def fft_conv(x, kernel):
    size = x.shape[1:]
    a = np.conj(np.fft.rfft2(x, size))
    b = np.fft.rfft2(kernel, size)
    y = np.fft.irfft2((a * b).sum(axis=0), size)
    return y[: size[0] - kernel.shape[1] + 1, : size[1] - kernel.shape[2] + 1]
# %% wrong: irfft2 is called without the size, so images of odd width come back one column short and with wrong numbers
def fft_conv(x, kernel):
    C, H, W = x.shape
    _, K_H, K_W = kernel.shape
    spectrum = np.fft.rfft2(x) * np.conj(np.fft.rfft2(kernel, (H, W)))
    full = np.fft.irfft2(spectrum.sum(axis=0))
    return full[:H - K_H + 1, :W - K_W + 1]
# %% wrong: without the conjugate and cut from K - 1 on, this is the true convolution, with the kernel turned by 180 degrees
def fft_conv(x, kernel):
    c, h, w = x.shape
    kh, kw = kernel.shape[1:]
    total = 0
    for xc, kc in zip(x, kernel):
        total = total + np.fft.fft2(xc) * np.fft.fft2(kc, (h, w))
    return np.fft.ifft2(total).real[kh - 1:, kw - 1:]
# %% wrong: the result is complex, the real part is not taken after ifft2
def fft_conv(x, kernel):
    shape = x.shape[-2:]
    fx = np.fft.fft2(x, shape)
    fk = np.fft.fft2(kernel, shape).conj()
    out = np.fft.ifft2(np.einsum("chw,chw->hw", fx, fk))
    return out[:shape[0] - kernel.shape[1] + 1, :shape[1] - kernel.shape[2] + 1]
# %% right: full linear convolution with the kernel turned beforehand, padded to N + K - 1
def fft_conv(x, kernel):
    turned = kernel[:, ::-1, ::-1]
    kh, kw = turned.shape[1:]
    h, w = x.shape[1:]
    room = (h + kh - 1, w + kw - 1)
    product = np.fft.fft2(x, room) * np.fft.fft2(turned, room)
    return np.fft.ifft2(product.sum(0)).real[kh - 1:h, kw - 1:w]
