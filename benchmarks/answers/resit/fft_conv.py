# %% wrong: the complex conjugate is forgotten, so it is a true convolution (and wrapped)
def fft_conv(x, kernel):
    size = x.shape[1:]
    product = np.fft.rfft2(x) * np.fft.rfft2(kernel, size)
    whole = np.fft.irfft2(product.sum(axis=0), size)
    return whole[:size[0] - kernel.shape[1] + 1, :size[1] - kernel.shape[2] + 1]
# %% wrong: the conjugate is taken of the image's transform instead of the kernel's
def fft_conv(x, kernel):
    c, h, w = x.shape
    k_h, k_w = kernel.shape[1:]
    spectrum = np.conj(np.fft.fft2(x)) * np.fft.fft2(kernel, (h, w))
    return np.fft.ifft2(spectrum.sum(axis=0)).real[:h - k_h + 1, :w - k_w + 1]
# %% wrong: irfft2 is called without the size, so for an odd width the numbers are wrong (and for kernels one column wide a column is missing)
def fft_conv(x, kernel):
    h, w = x.shape[1:]
    product = np.fft.rfft2(x) * np.conj(np.fft.rfft2(kernel, (h, w)))
    whole = np.fft.irfft2(product.sum(axis=0))
    return whole[:h - kernel.shape[1] + 1, :w - kernel.shape[2] + 1]
# %% wrong: the valid part is cut out from row K_H - 1 and column K_W - 1 on, as for a true convolution, instead of from 0
def fft_conv(x, kernel):
    h, w = x.shape[1:]
    k_h, k_w = kernel.shape[1:]
    total = np.zeros((h, w // 2 + 1), complex)
    for image, each in zip(x, kernel):
        total += np.fft.rfft2(image) * np.fft.rfft2(each, (h, w)).conj()
    return np.fft.irfft2(total, (h, w))[k_h - 1:, k_w - 1:]
# %% right: the kernel is turned beforehand, and the full convolution has room
def fft_conv(x, kernel):
    h, w = x.shape[1:]
    k_h, k_w = kernel.shape[1:]
    size = h + k_h - 1, w + k_w - 1
    spectrum = np.einsum("cij,cij->ij", np.fft.fft2(x, size), np.fft.fft2(kernel[:, ::-1, ::-1], size))
    return np.real(np.fft.ifft2(spectrum))[k_h - 1:h, k_w - 1:w]
