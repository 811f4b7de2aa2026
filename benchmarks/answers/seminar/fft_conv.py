# %% wrong: no complex conjugate, so it is the true convolution, wrapped around; right only for a kernel of 1x1
def fft_conv(x, kernel):
    H, W = x.shape[1:]
    kh, kw = kernel.shape[1:]
    X = np.fft.rfft2(x)
    K = np.fft.rfft2(kernel, (H, W))
    full = np.fft.irfft2((X * K).sum(axis=0), (H, W))
    return full[:H - kh + 1, :W - kw + 1]
# %% wrong: takes np.abs of the result instead of the real part, so negative outputs become positive
def fft_conv(x, kernel):
    c, h, w = x.shape
    total = np.zeros((h, w), dtype=complex)
    for ch in range(c):
        total += np.fft.fft2(x[ch]) * np.conj(np.fft.fft2(kernel[ch], s=(h, w)))
    y = np.abs(np.fft.ifft2(total))
    return y[: h - kernel.shape[1] + 1, : w - kernel.shape[2] + 1]
# %% wrong: irfft2 is not told the size, so an odd width is taken for one column less and the numbers are wrong (a crash for a width of 1)
def fft_conv(x, kernel):
    size = x.shape[-2:]
    spectrum = np.fft.rfft2(x, size) * np.fft.rfft2(kernel, size).conj()
    back = np.fft.irfft2(spectrum.sum(axis=0))
    rows = size[0] - kernel.shape[1] + 1
    columns = size[1] - kernel.shape[2] + 1
    return back[:rows, :columns]
# %% wrong: cuts out from row K_H - 1 and column K_W - 1, as for a true convolution, instead of from 0
def fft_conv(x, kernel):
    _, H, W = x.shape
    _, a, b = kernel.shape
    f = np.fft.fft2(x, axes=(1, 2)) * np.conj(np.fft.fft2(kernel, s=(H, W), axes=(1, 2)))
    out = np.fft.ifft2(f.sum(0)).real
    return out[a - 1:, b - 1:]
# %% right: full size, the turned kernel instead of the conjugate
def fft_conv(x, kernel):
    c, h, w = x.shape
    _, kh, kw = kernel.shape
    room = (h + kh - 1, w + kw - 1)
    spectra = [np.fft.fft2(a, room) * np.fft.fft2(b[::-1, ::-1], room) for a, b in zip(x, kernel)]
    return np.fft.ifft2(sum(spectra)).real[kh - 1:h, kw - 1:w]
