# %% wrong: no conjugate, so it is the true convolution, and its wrapped part
def fft_conv(x, kernel):
    size = x.shape[1:]
    spectrum = (np.fft.rfft2(x, size) * np.fft.rfft2(kernel, size)).sum(axis=0)
    full = np.fft.irfft2(spectrum, size)
    return full[:size[0] - kernel.shape[1] + 1, :size[1] - kernel.shape[2] + 1]
# %% wrong: irfft2 without the size: one column is missing where the width is odd (a wrong shape, or wrong numbers)
def fft_conv(x, kernel):
    h, w = x.shape[1:]
    X = np.fft.rfft2(x)
    K = np.fft.rfft2(kernel, (h, w))
    y = np.fft.irfft2(np.sum(X * np.conj(K), axis=0))
    return y[:h - kernel.shape[1] + 1, :w - kernel.shape[2] + 1]
# %% wrong: the channels are not added up
def fft_conv(x, kernel):
    c, h, w = x.shape
    _, kh, kw = kernel.shape
    product = np.fft.fft2(x) * np.fft.fft2(kernel, (h, w)).conj()
    return np.fft.ifft2(product).real[:, :h - kh + 1, :w - kw + 1]
# %% wrong: the conjugate is that of the image, which gives the correlation the other way round
def fft_conv(x, kernel):
    h, w = x.shape[1:]
    s = np.conj(np.fft.rfft2(x)) * np.fft.rfft2(kernel, s=(h, w))
    y = np.fft.irfft2(s.sum(0), s=(h, w))
    return y[: h - kernel.shape[1] + 1, : w - kernel.shape[2] + 1]
# %% wrong: cut out from row K - 1 on, where the valid part of a true convolution would be
def fft_conv(x, kernel):
    h, w = x.shape[1:]
    kh, kw = kernel.shape[1:]
    y = np.fft.irfft2((np.fft.rfft2(x) * np.conj(np.fft.rfft2(kernel, (h, w)))).sum(axis=0), (h, w))
    return y[kh - 1:, kw - 1:]
# %% right: the kernel turned and full size, then the valid part
def fft_conv(x, kernel):
    (c, h, w), (_, kh, kw) = x.shape, kernel.shape
    size = (h + kh - 1, w + kw - 1)
    total = 0
    for channel, taps in zip(x, kernel):
        total = total + np.fft.fft2(channel, size) * np.fft.fft2(np.flip(taps), size)
    return np.fft.ifft2(total).real[kh - 1:h, kw - 1:w]
