# %% wrong: the stride's default is 1
def max_pool_shape(shape, kernel_size, stride=None):
    stride = 1 if stride is None else stride
    n, c, h, w = shape
    return n, c, (h - kernel_size) // stride + 1, (w - kernel_size) // stride + 1
# %% wrong: rounded up
def max_pool_shape(shape, kernel_size, stride=None):
    stride = kernel_size if stride is None else stride
    n, c, h, w = shape
    return n, c, math.ceil((h - kernel_size) / stride) + 1, math.ceil((w - kernel_size) / stride) + 1
# %% wrong: the + 1 is missing
def max_pool_shape(shape, kernel_size, stride=None):
    stride = kernel_size if stride is None else stride
    n, c, h, w = shape
    return n, c, (h - kernel_size) // stride, (w - kernel_size) // stride
# %% wrong: the size is divided by the stride, the kernel plays no part
def max_pool_shape(shape, kernel_size, stride=None):
    stride = kernel_size if stride is None else stride
    n, c, h, w = shape
    return n, c, h // stride, w // stride
# %% wrong: only (height, width) is returned
def max_pool_shape(shape, kernel_size, stride=None):
    stride = kernel_size if stride is None else stride
    n, c, h, w = shape
    return (h - kernel_size) // stride + 1, (w - kernel_size) // stride + 1
# %% wrong: all four sizes are pooled, batch and channels too
def max_pool_shape(shape, kernel_size, stride=None):
    stride = kernel_size if stride is None else stride
    return tuple((size - kernel_size) // stride + 1 for size in shape)
# %% wrong: height and width are swapped in the result
def max_pool_shape(shape, kernel_size, stride=None):
    stride = kernel_size if stride is None else stride
    n, c, h, w = shape
    return n, c, (w - kernel_size) // stride + 1, (h - kernel_size) // stride + 1
# %% wrong: the stride is ignored, it is always the kernel size
def max_pool_shape(shape, kernel_size, stride=None):
    n, c, h, w = shape
    return n, c, h // kernel_size, w // kernel_size
# %% wrong: true division, the sizes are fractions where the stride does not divide
def max_pool_shape(shape, kernel_size, stride=None):
    stride = kernel_size if stride is None else stride
    n, c, h, w = shape
    return n, c, (h - kernel_size) / stride + 1, (w - kernel_size) / stride + 1
# %% wrong: TypeError without a stride, None is not replaced
def max_pool_shape(shape, kernel_size, stride=None):
    n, c, h, w = shape
    return n, c, (h - kernel_size) // stride + 1, (w - kernel_size) // stride + 1
# %% right: the formula twice
def max_pool_shape(shape, kernel_size, stride=None):
    stride = kernel_size if stride is None else stride
    n, c, h, w = shape
    return n, c, (h - kernel_size) // stride + 1, (w - kernel_size) // stride + 1
# %% right: counts the starts of windows
def max_pool_shape(shape, kernel_size, stride=None):
    if stride is None:
        stride = kernel_size
    sizes = [len(range(0, size - kernel_size + 1, stride)) for size in shape[2:]]
    return (shape[0], shape[1], sizes[0], sizes[1])
# %% right: helper function
def max_pool_shape(shape, kernel_size, stride=None):
    def count(size):
        step = stride or kernel_size
        return math.floor((size - kernel_size) / step) + 1

    return tuple(shape[:2]) + tuple(count(size) for size in shape[2:])
