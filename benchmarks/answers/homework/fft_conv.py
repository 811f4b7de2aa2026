# %% wrong: without the conjugate: true convolution, first rows
def fft_conv(x, kernel):
    H, W = x.shape[1:]
    a, b = kernel.shape[1:]
    y = np.fft.irfft2((np.fft.rfft2(x) * np.fft.rfft2(kernel, s=(H, W))).sum(0), s=(H, W))
    return y[:H - a + 1, :W - b + 1]
# %% wrong: irfft2 without s: odd widths come back one column short
def fft_conv(x, kernel):
    H, W = x.shape[1:]
    a, b = kernel.shape[1:]
    y = np.fft.irfft2((np.fft.rfft2(x) * np.fft.rfft2(kernel, s=(H, W)).conj()).sum(0))
    return y[:H - a + 1, :W - b + 1]
# %% wrong: fft2 over axes (0, 1): the channels too
def fft_conv(x, kernel):
    C, H, W = x.shape
    a, b = kernel.shape[1:]
    k = np.zeros(x.shape)
    k[:, :a, :b] = kernel
    y = np.fft.ifft2(np.fft.fft2(x, axes=(0, 1)) * np.fft.fft2(k, axes=(0, 1)).conj(), axes=(0, 1)).real.sum(0)
    return y[:H - a + 1, :W - b + 1]
# %% wrong: not cut to the valid part
def fft_conv(x, kernel):
    s = x.shape[1:]
    return np.fft.ifft2((np.fft.fft2(x) * np.conj(np.fft.fft2(kernel, s=s))).sum(0)).real
# %% wrong: cuts the last part, as for the full convolution
def fft_conv(x, kernel):
    s = x.shape[1:]
    y = np.fft.ifft2((np.fft.fft2(x) * np.conj(np.fft.fft2(kernel, s=s))).sum(0)).real
    return y[kernel.shape[1] - 1:, kernel.shape[2] - 1:]
# %% wrong: sums the real parts only before going back: drops the imaginary part in the frequencies
def fft_conv(x, kernel):
    s = x.shape[1:]
    y = np.fft.ifft2((np.fft.fft2(x) * np.conj(np.fft.fft2(kernel, s=s))).sum(0).real).real
    return y[:s[0] - kernel.shape[1] + 1, :s[1] - kernel.shape[2] + 1]
# %% right: rfft2 with conjugate
def fft_conv(x, kernel):
    s = x.shape[1:]
    y = np.fft.irfft2((np.fft.rfft2(x) * np.conj(np.fft.rfft2(kernel, s=s))).sum(0), s=s)
    return y[:s[0] - kernel.shape[1] + 1, :s[1] - kernel.shape[2] + 1]
# %% right: turned kernel, full size, cut at the end
def fft_conv(x, kernel):
    (H, W), (a, b) = x.shape[1:], kernel.shape[1:]
    s = (H + a - 1, W + b - 1)
    y = np.fft.ifft2(np.fft.fft2(x, s) * np.fft.fft2(kernel[:, ::-1, ::-1], s)).real.sum(0)
    return y[a - 1:H, b - 1:W]
