# %% wrong: no conjugate: a true convolution, with the kernel turned, wrapped around
def fft_conv(x, kernel):
    size = x.shape[1:]
    product = np.fft.rfft2(x) * np.fft.rfft2(kernel, size)
    full = np.fft.irfft2(product.sum(axis=0), size)
    return full[:x.shape[1] - kernel.shape[1] + 1, :x.shape[2] - kernel.shape[2] + 1]
# %% wrong: irfft2 without the size, which loses the last column of an image with odd width (ValueError for width 1)
def fft_conv(x, kernel):
    spectrum = np.fft.rfft2(x) * np.conj(np.fft.rfft2(kernel, x.shape[1:]))
    full = np.fft.irfft2(spectrum.sum(axis=0))
    return full[:x.shape[1] - kernel.shape[1] + 1, :x.shape[2] - kernel.shape[2] + 1]
# %% wrong: the absolute value is taken instead of the real part, so negative sums come out positive
def fft_conv(x, kernel):
    C, H, W = x.shape
    _, K_H, K_W = kernel.shape
    spectrum = np.fft.fft2(x) * np.fft.fft2(kernel, (H, W)).conj()
    back = np.abs(np.fft.ifft2(spectrum.sum(axis=0)))
    return back[:H - K_H + 1, :W - K_W + 1]
# %% wrong: the valid part is cut out from row K_H - 1 and column K_W - 1 on, as for a true convolution
def fft_conv(x, kernel):
    size = x.shape[1:]
    product = np.fft.rfft2(x) * np.conj(np.fft.rfft2(kernel, size))
    full = np.fft.irfft2(product.sum(axis=0), size)
    return full[kernel.shape[1] - 1:, kernel.shape[2] - 1:]
# %% wrong: the conjugate is taken of the image instead of the kernel
def fft_conv(x, kernel):
    size = x.shape[1:]
    product = np.conj(np.fft.rfft2(x)) * np.fft.rfft2(kernel, size)
    full = np.fft.irfft2(product.sum(axis=0), size)
    return full[:size[0] - kernel.shape[1] + 1, :size[1] - kernel.shape[2] + 1]
# %% wrong: the whole shape (C, H, W) is given as the size of a two-dimensional transform (ValueError)
def fft_conv(x, kernel):
    product = np.fft.rfft2(x) * np.conj(np.fft.rfft2(kernel, x.shape))
    full = np.fft.irfft2(product.sum(axis=0), x.shape)
    return full[:x.shape[1] - kernel.shape[1] + 1, :x.shape[2] - kernel.shape[2] + 1]
# %% right: turned kernel, room for N + K - 1, cut in the middle
def fft_conv(x, kernel):
    C, H, W = x.shape
    _, K_H, K_W = kernel.shape
    size = (H + K_H - 1, W + K_W - 1)
    total = 0
    for channel in range(C):
        total = total + np.fft.rfft2(x[channel], size) * np.fft.rfft2(kernel[channel, ::-1, ::-1], size)
    return np.fft.irfft2(total, size)[K_H - 1:H, K_W - 1:W]
# %% right: complex transforms and the conjugate
def fft_conv(x, kernel):
    size = x.shape[-2:]
    full = np.fft.ifft2((np.fft.fft2(x) * np.fft.fft2(kernel, size).conj()).sum(0)).real
    return full[: size[0] - kernel.shape[1] + 1, : size[1] - kernel.shape[2] + 1]
