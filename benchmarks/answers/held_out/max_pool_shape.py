# %% wrong: None becomes a stride of 1
def max_pool_shape(shape, kernel_size, stride=None):
    N, C, *space = shape
    return (N, C, *[len(range(0, s - kernel_size + 1, stride or 1)) for s in space])
# %% wrong: the rest at the end counts as a window
def max_pool_shape(shape, kernel_size, stride=None):
    N, C, *space = shape
    step = stride or kernel_size
    return (N, C, *[-(-(s - kernel_size) // step) + 1 for s in space])
# %% wrong: the last window is missing where the stride divides exactly (range without + 1)
def max_pool_shape(shape, kernel_size, stride=None):
    N, C, *space = shape
    step = stride or kernel_size
    return (N, C, *[len(range(0, s - kernel_size, step)) for s in space])
# %% wrong: the batch is left out of the result, (C, H, W)
def max_pool_shape(shape, kernel_size, stride=None):
    step = stride or kernel_size
    return (shape[1], *[(s - kernel_size) // step + 1 for s in shape[2:]])
# %% wrong: the channels are taken for the height: (H, W) are read from places 1 and 2
def max_pool_shape(shape, kernel_size, stride=None):
    step = stride or kernel_size
    N, H, W, C = shape
    return N, (H - kernel_size) // step + 1, (W - kernel_size) // step + 1, C
# %% wrong: both sizes are computed from the height
def max_pool_shape(shape, kernel_size, stride=None):
    step = stride or kernel_size
    size = (shape[2] - kernel_size) // step + 1
    return shape[0], shape[1], size, size
# %% wrong: the kernel is subtracted after the division, size // stride - kernel + 1
def max_pool_shape(shape, kernel_size, stride=None):
    step = stride or kernel_size
    N, C, H, W = shape
    return N, C, H // step - kernel_size + 1, W // step - kernel_size + 1
# %% wrong: a given stride is ignored
def max_pool_shape(shape, kernel_size, stride=None):
    stride = kernel_size
    N, C, *space = shape
    return (N, C, *[(s - kernel_size) // stride + 1 for s in space])
# %% wrong: the channels are divided by the kernel size as well
def max_pool_shape(shape, kernel_size, stride=None):
    step = stride or kernel_size
    N, C, H, W = shape
    return N, max(1, C // kernel_size), (H - kernel_size) // step + 1, (W - kernel_size) // step + 1
# %% wrong: TypeError, a tuple cannot be changed in place
def max_pool_shape(shape, kernel_size, stride=None):
    step = stride or kernel_size
    for axis in (2, 3):
        shape[axis] = (shape[axis] - kernel_size) // step + 1
    return shape
# %% wrong: rounded to the nearest whole number
def max_pool_shape(shape, kernel_size, stride=None):
    step = stride or kernel_size
    N, C, H, W = shape
    return N, C, round((H - kernel_size) / step + 1), round((W - kernel_size) / step + 1)
# %% right: floor of the fraction
def max_pool_shape(shape, kernel_size, stride=None):
    N, C, *space = shape
    step = stride or kernel_size
    return (N, C, *[math.floor((s - kernel_size) / step + 1) for s in space])
# %% right: measured by pooling an array
def max_pool_shape(shape, kernel_size, stride=None):
    step = kernel_size if stride is None else stride
    image = np.zeros(shape)
    view = np.lib.stride_tricks.sliding_window_view(image, (kernel_size, kernel_size), axis=(2, 3))
    return view[:, :, ::step, ::step].shape[:4]
# %% right: while loops
def max_pool_shape(shape, kernel_size, stride=None):
    if stride is None:
        stride = kernel_size
    result = list(shape)
    for axis in (2, 3):
        windows, start = 0, 0
        while start + kernel_size <= shape[axis]:
            windows += 1
            start += stride
        result[axis] = windows
    return tuple(result)
