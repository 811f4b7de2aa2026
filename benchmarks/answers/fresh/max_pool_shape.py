# %% wrong: stride 1 without a stride
def max_pool_shape(shape, kernel_size, stride=1):
    n, c, h, w = shape
    stride = stride or 1
    return n, c, (h - kernel_size) // stride + 1, (w - kernel_size) // stride + 1
# %% wrong: H // stride, forgets the kernel
def max_pool_shape(shape, kernel_size, stride=None):
    n, c, h, w = shape
    s = kernel_size if stride is None else stride
    return (n, c, h // s, w // s)
# %% wrong: ceil mode, the rest at the end makes a window
def max_pool_shape(shape, kernel_size, stride=None):
    if stride is None:
        stride = kernel_size
    N, C, H, W = shape
    return N, C, math.ceil((H - kernel_size) / stride) + 1, math.ceil((W - kernel_size) / stride) + 1
# %% wrong: shape read as (N, H, W, C)
def max_pool_shape(shape, kernel_size, stride=None):
    n, h, w, c = shape
    s = stride if stride is not None else kernel_size
    f = lambda v: (v - kernel_size) // s + 1
    return n, f(h), f(w), c
# %% wrong: the width's formula has the height (copy and paste)
def max_pool_shape(shape: tuple, kernel_size: int, stride: int = None) -> tuple:
    batch, channels, height, width = shape
    if stride is None:
        stride = kernel_size
    out_height = (height - kernel_size) // stride + 1
    out_width = (height - kernel_size) // stride + 1
    return batch, channels, out_height, out_width
# %% wrong: float division and int, off for very large sizes
def max_pool_shape(shape, kernel_size, stride=None):
    stride = stride or kernel_size
    spatial = [int((s - kernel_size) / stride + 1) for s in shape[2:]]
    return (shape[0], shape[1], spatial[0], spatial[1])
# %% wrong: only (rows, columns) are answered
def max_pool_shape(shape, kernel_size, stride=None):
    stride = kernel_size if stride is None else stride
    return tuple((s - kernel_size) // stride + 1 for s in shape[-2:])
# %% wrong: a stride larger than the kernel is cut down to the kernel size
def max_pool_shape(shape, kernel_size, stride=None):
    n, c, h, w = shape
    step = kernel_size if stride is None else min(stride, kernel_size)
    rows = (h - kernel_size + step) // step
    cols = (w - kernel_size + step) // step
    return n, c, rows, cols
# %% right: range
def max_pool_shape(shape, kernel_size, stride=None):
    if stride is None:
        stride = kernel_size
    def count(size):
        return len(range(0, size - kernel_size + 1, stride))
    return (shape[0], shape[1], count(shape[2]), count(shape[3]))
# %% right: helper
def _fits(size, k, s):
    return (size - k + s) // s
def max_pool_shape(shape, kernel_size, stride=None):
    n, c, h, w = shape
    s = stride if stride is not None else kernel_size
    return (n, c, _fits(h, kernel_size, s), _fits(w, kernel_size, s))
