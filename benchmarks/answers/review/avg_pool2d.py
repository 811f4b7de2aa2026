# %% wrong: without a stride the windows move by 1, not by the kernel size
def avg_pool2d(x, kernel_size, stride=None, padding=0, count_include_pad=True):
    stride = stride or 1
    margin = ((0, 0), (0, 0), (padding, padding), (padding, padding))
    def sums(a):
        view = np.lib.stride_tricks.sliding_window_view(np.pad(a, margin), (kernel_size, kernel_size), axis=(2, 3))
        return view[:, :, ::stride, ::stride].sum(axis=(4, 5))
    count = kernel_size ** 2 if count_include_pad else sums(np.ones(x.shape))
    return sums(x) / count
# %% wrong: count_include_pad=False divides by the number of values that are not 0, so zeros of the image are not counted either
def avg_pool2d(x, kernel_size, stride=None, padding=0, count_include_pad=True):
    stride = stride or kernel_size
    padded = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    view = np.lib.stride_tricks.sliding_window_view(padded, (kernel_size, kernel_size), axis=(2, 3))
    view = view[:, :, ::stride, ::stride]
    if count_include_pad:
        return view.mean(axis=(4, 5))
    return view.sum(axis=(4, 5)) / np.maximum(np.count_nonzero(view, axis=(4, 5)), 1)
# %% wrong: count_include_pad=False leaves the padding out altogether, so the output is smaller
def avg_pool2d(x, kernel_size, stride=None, padding=0, count_include_pad=True):
    stride = stride or kernel_size
    if count_include_pad:
        x = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    view = np.lib.stride_tricks.sliding_window_view(x, (kernel_size, kernel_size), axis=(2, 3))
    return view[:, :, ::stride, ::stride].mean(axis=(4, 5))
