# %% wrong: the complex conjugate of the kernel's transform is missing, so it is the circular true convolution (kernel turned), cut out at the wrong place
def fft_conv(x, kernel):
    c, h, w = x.shape
    _, kh, kw = kernel.shape
    spectrum = (np.fft.rfft2(x) * np.fft.rfft2(kernel, (h, w))).sum(axis=0)
    return np.fft.irfft2(spectrum, (h, w))[: h - kh + 1, : w - kw + 1]
# %% wrong: irfft2 is called without the size, so images with an odd number of columns are taken for one column less and give wrong numbers (or a column too few)
def fft_conv(x, kernel):
    size = x.shape[1:]
    down, across = size[0] - kernel.shape[1] + 1, size[1] - kernel.shape[2] + 1
    product = np.fft.rfft2(x) * np.conj(np.fft.rfft2(kernel, size))
    return np.fft.irfft2(product.sum(axis=0))[:down, :across]
# %% wrong: the valid part is cut out from row K_H - 1 and column K_W - 1 on, as for the true convolution, instead of from row 0 and column 0
def fft_conv(x, kernel):
    H, W = x.shape[-2:]
    KH, KW = kernel.shape[-2:]
    X = np.fft.fft2(x)
    K = np.fft.fft2(kernel, s=(H, W))
    full = np.fft.ifft2(np.sum(X * K.conj(), axis=0)).real
    return full[KH - 1 :, KW - 1 :]
# %% wrong: two mistakes: the channels are not summed, so it returns one map for each channel, (C, H - K_H + 1, W - K_W + 1), and the conjugate of the kernel's transform is missing
def fft_conv(x, kernel):
    maps = []
    for image, k in zip(x, kernel):
        transformed = np.fft.rfft2(image) * np.fft.rfft2(k, image.shape)
        back = np.fft.irfft2(transformed, image.shape)
        maps.append(back[: image.shape[0] - k.shape[0] + 1, : image.shape[1] - k.shape[1] + 1])
    return np.array(maps)
# %% right: a full convolution of size H + K_H - 1 with the kernel turned first
def fft_conv(x, kernel):
    (_, h, w), (_, kh, kw) = x.shape, kernel.shape
    size = (h + kh - 1, w + kw - 1)
    turned = kernel[:, ::-1, ::-1]
    spectrum = np.einsum("cij,cij->ij", np.fft.rfft2(x, size), np.fft.rfft2(turned, size))
    return np.fft.irfft2(spectrum, size)[kh - 1 : h, kw - 1 : w]
