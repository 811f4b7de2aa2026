# %% wrong: the conjugate of the kernel's transform is forgotten, so it is a (circular) true convolution
def fft_conv(x, kernel):
    size = x.shape[1:]
    product = np.fft.rfft2(x) * np.fft.rfft2(kernel, size)
    full = np.fft.irfft2(product.sum(axis=0), size)
    return full[: size[0] - kernel.shape[1] + 1, : size[1] - kernel.shape[2] + 1]
# %% wrong: irfft2 is called without the size, so an image of odd width comes back one column narrower, with wrong numbers
def fft_conv(x, kernel):
    C, H, W = x.shape
    _, KH, KW = kernel.shape
    X = np.fft.rfft2(x)
    K = np.conj(np.fft.rfft2(kernel, (H, W)))
    y = np.fft.irfft2((X * K).sum(0))
    return y[:H - KH + 1, :W - KW + 1]
# %% wrong: the sum over the channels is forgotten, the result is (C, H_out, W_out)
def fft_conv(x, kernel):
    h, w = x.shape[-2:]
    kh, kw = kernel.shape[-2:]
    spectrum = np.fft.rfft2(x) * np.conj(np.fft.rfft2(kernel, (h, w)))
    back = np.fft.irfft2(spectrum, (h, w))
    return back[..., : h - kh + 1, : w - kw + 1]
# %% wrong: the valid part is cut out from row K_H - 1 and column K_W - 1 on, as for the true convolution, though with the conjugate it begins at 0
def fft_conv(x, kernel):
    h, w = x.shape[1:]
    kh, kw = kernel.shape[1:]
    fx, fk = np.fft.fft2(x), np.fft.fft2(kernel, (h, w))
    y = np.fft.ifft2(np.sum(fx * fk.conj(), axis=0)).real
    return y[kh - 1:, kw - 1:]
# %% right: the kernel turned first, padded to N + K - 1, complex transforms
def fft_conv(x, kernel):
    _, h, w = x.shape
    _, kh, kw = kernel.shape
    room = (h + kh - 1, w + kw - 1)
    turned = kernel[:, ::-1, ::-1]
    spectrum = np.einsum("cij,cij->ij", np.fft.fft2(x, room), np.fft.fft2(turned, room))
    return np.fft.ifft2(spectrum).real[kh - 1:h, kw - 1:w]
