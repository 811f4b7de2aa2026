# %% wrong: two mistakes: the circular result is returned in the size of the image, not cut to the valid part, and the channels are not summed
def fft_conv(x, kernel):
    size = x.shape[1:]
    spectrum = np.fft.rfft2(x) * np.conj(np.fft.rfft2(kernel, size))
    return np.fft.irfft2(spectrum, size)


# %% wrong: padded to N + K - 1 and multiplied without the conjugate, a true convolution with the turned kernel
def fft_conv(x, kernel):
    H, W = x.shape[1:]
    KH, KW = kernel.shape[1:]
    n = (H + KH - 1, W + KW - 1)
    full = np.fft.ifft2((np.fft.fft2(x, n) * np.fft.fft2(kernel, n)).sum(axis=0)).real
    return full[KH - 1:H, KW - 1:W]


# %% wrong: irfft2 is not told the size, so with an odd width it transforms back to one column fewer
def fft_conv(x, kernel):
    C, H, W = x.shape
    C, K_H, K_W = kernel.shape
    X = np.fft.rfft2(x)
    K = np.fft.rfft2(kernel, (H, W))
    product = np.sum(X * np.conj(K), axis=0)
    result = np.fft.irfft2(product)
    return result[:H - K_H + 1, :W - K_W + 1]


# %% right: Fourier matrices in place of the FFT routine for the kernel
def fft_conv(x, kernel):
    height, width = x.shape[1:]
    rows, columns = kernel.shape[1:]
    wave_h = np.exp(2j * np.pi * np.outer(np.arange(height), np.arange(rows)) / height)
    wave_w = np.exp(2j * np.pi * np.outer(np.arange(columns), np.arange(width)) / width)
    conjugate = wave_h @ kernel @ wave_w
    back = np.fft.ifftn((np.fft.fftn(x, axes=(1, 2)) * conjugate).sum(axis=0)).real
    return back[:height + 1 - rows, :width + 1 - columns]
