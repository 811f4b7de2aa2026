# %% wrong: the conjugate is missing, so it is the true, circular convolution with the kernel turned, cut out from row 0 and column 0 where it has wrapped
def fft_conv(x, kernel):
    size = x.shape[1:]
    product = np.fft.rfft2(x, size) * np.fft.rfft2(kernel, size)
    full = np.fft.irfft2(product.sum(axis=0), size)
    return full[:size[0] - kernel.shape[1] + 1, :size[1] - kernel.shape[2] + 1]
# %% wrong: irfft2 is not told the size, so for an odd width the result has one column too few before it is cut, and its numbers are wrong
def fft_conv(x, kernel):
    c, h, w = x.shape
    _, kh, kw = kernel.shape
    spectrum = (np.fft.rfft2(x) * np.conj(np.fft.rfft2(kernel, (h, w)))).sum(0)
    return np.fft.irfft2(spectrum)[:h - kh + 1, :w - kw + 1]
# %% wrong: the valid part is cut out from row K_H - 1 and column K_W - 1 on, as for a true convolution, although with the conjugate it begins at row 0 and column 0
def fft_conv(x, kernel):
    H, W = x.shape[-2:]
    KH, KW = kernel.shape[-2:]
    X = np.fft.fft2(x)
    K = np.fft.fft2(kernel, s=(H, W))
    y = np.fft.ifft2(np.sum(X * K.conj(), axis=0)).real
    return y[KH - 1:, KW - 1:]
# %% wrong: the channels of image and kernel are each summed before they are multiplied, so with several channels every channel meets the kernels of all channels
def fft_conv(x, kernel):
    rows, columns = x.shape[1:]
    image = np.fft.rfft2(x.sum(axis=0))
    filt = np.fft.rfft2(kernel.sum(axis=0), (rows, columns))
    y = np.fft.irfft2(image * np.conj(filt), (rows, columns))
    return y[:rows - kernel.shape[1] + 1, :columns - kernel.shape[2] + 1]
# %% right: turned kernel in place of the conjugate, room for N + K - 1, complex transform
def fft_conv(x, kernel):
    room = [a + b - 1 for a, b in zip(x.shape[1:], kernel.shape[1:])]
    turned = kernel[:, ::-1, ::-1]
    spectrum = np.einsum("cij,cij->ij", np.fft.fft2(x, room), np.fft.fft2(turned, room))
    full = np.real(np.fft.ifft2(spectrum))
    return full[kernel.shape[1] - 1:x.shape[1], kernel.shape[2] - 1:x.shape[2]]
