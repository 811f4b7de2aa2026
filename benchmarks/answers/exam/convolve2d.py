# %% wrong: the image is turned instead of the kernel, so the output comes out turned
from cnnhelpers import mine

def convolve2d(x, kernel):
    return mine.correlate2d(x[::-1, ::-1], kernel)

# %% wrong: turned by 90 degrees, not 180
from cnnhelpers import mine

def convolve2d(x, kernel):
    return mine.correlate2d(x, np.rot90(kernel))

# %% wrong: kernel[:-1, :-1] cuts off a row and a column instead of reversing
from cnnhelpers import mine

def convolve2d(x, kernel):
    turned = kernel[:-1, :-1]
    return mine.correlate2d(x, turned)

# %% wrong: only the rows are reversed, kernel[::-1] leaves the columns as they are
from cnnhelpers import mine

def convolve2d(x, kernel):
    return mine.correlate2d(x, kernel[::-1])

# %% wrong: the turned kernel is written into the caller's kernel
from cnnhelpers import mine

def convolve2d(x, kernel):
    kernel[:] = kernel[::-1, ::-1].copy()
    return mine.correlate2d(x, kernel)

# %% wrong: all positions that touch the image (full), not the valid ones only
def convolve2d(x, kernel):
    h, w = x.shape
    kh, kw = kernel.shape
    out = np.zeros((h + kh - 1, w + kw - 1))
    for i in range(kh):
        for j in range(kw):
            out[i : i + h, j : j + w] += kernel[i, j] * x
    return out

# %% right: by the formula, the index of x runs backwards
def convolve2d(x, kernel):
    kh, kw = kernel.shape
    out = np.zeros((x.shape[0] - kh + 1, x.shape[1] - kw + 1))
    for r in range(out.shape[0]):
        for c in range(out.shape[1]):
            for i in range(kh):
                for j in range(kw):
                    out[r, c] += kernel[i, j] * x[r + kh - 1 - i, c + kw - 1 - j]
    return out
