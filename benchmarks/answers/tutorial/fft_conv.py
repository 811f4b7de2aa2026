# %% wrong: takes the absolute value of the inverse transform instead of its real part, so negative outputs come out positive; right where no output is negative
def fft_conv(x, kernel):
    C, H, W = x.shape
    KH, KW = kernel.shape[1:]
    spectrum = np.fft.fft2(x) * np.conj(np.fft.fft2(kernel, (H, W)))
    y = np.abs(np.fft.ifft2(spectrum.sum(axis=0)))
    return y[:H - KH + 1, :W - KW + 1]
# %% wrong: the kernel's transform is not padded to the size of the image, so multiplying the two raises ValueError unless kernel and image have one size
def fft_conv(x, kernel):
    h = x.shape[1] - kernel.shape[1] + 1
    w = x.shape[2] - kernel.shape[2] + 1
    product = np.fft.fft2(x) * np.conj(np.fft.fft2(kernel))
    return np.fft.ifft2(product.sum(axis=0)).real[:h, :w]
# %% wrong: irfft2 is not told the size, so for an odd width it comes back with one column less and wrong numbers; right for even widths
def fft_conv(x, kernel):
    size = x.shape[1:]
    total = sum(np.fft.rfft2(image) * np.conj(np.fft.rfft2(part, size))
                for image, part in zip(x, kernel))
    back = np.fft.irfft2(total)
    return back[:size[0] - kernel.shape[1] + 1, :size[1] - kernel.shape[2] + 1]
# %% wrong: two mistakes: the conjugate is forgotten, so it is the true convolution with the turned kernel, and the channels are not summed (the answer keeps the axis C)
def fft_conv(x, kernel):
    c, height, width = x.shape
    _, kh, kw = kernel.shape
    a = np.fft.rfft2(x)
    b = np.fft.rfft2(kernel, (height, width))
    y = np.fft.irfft2(a * b, (height, width))
    return y[:, kh - 1:, kw - 1:]
# %% right: true convolution with the kernel turned first, large enough to hold all
def fft_conv(x, kernel):
    size = tuple(n + k - 1 for n, k in zip(x.shape[1:], kernel.shape[1:]))
    result = np.zeros(size)
    for image, taps in zip(x, kernel[:, ::-1, ::-1]):
        result += np.fft.irfft2(np.fft.rfft2(image, size) * np.fft.rfft2(taps, size), size)
    top, left = kernel.shape[1] - 1, kernel.shape[2] - 1
    return result[top:x.shape[1], left:x.shape[2]]
