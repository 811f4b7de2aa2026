"""Right answers to the exercises of notebook 03, written otherwise than the course's solutions."""

RIGHT = {
    "pad2d": """\
def pad2d(x, padding):
    down, across = pair(padding)
    return np.pad(x, ((down, down), (across, across)))
""",
    "output_size": """\
def output_size(size, kernel_size, stride=1, padding=0, dilation=1):
    reach = (kernel_size - 1) * dilation
    return 1 + (size + 2 * padding - reach - 1) // stride
""",
    "correlate2d_strided": """\
def correlate2d_strided(x, kernel, stride=1, padding=0):
    down, across = pair(stride)
    padded = pad2d(x, padding)
    windows = np.lib.stride_tricks.sliding_window_view(padded, kernel.shape)
    return np.einsum("abij,ij->ab", windows[::down, ::across], kernel).astype(float)
""",
    "same_padding": """\
def same_padding(kernel_size):
    half, odd = divmod(kernel_size, 2)
    if not odd:
        raise ValueError("there is none for an even kernel")
    return half
""",
    "unread_positions": """\
def unread_positions(size, kernel_size, stride=1, padding=0):
    seen = np.zeros(size + 2 * padding, bool)
    for start in range(0, size + 2 * padding - kernel_size + 1, stride):
        seen[start : start + kernel_size] = True
    return [int(place) for place in np.flatnonzero(~seen[padding : padding + size])]
""",
    "dilate_kernel": """\
def dilate_kernel(kernel, dilation):
    rows, columns = kernel.shape
    spread = np.zeros(((rows - 1) * dilation + 1, (columns - 1) * dilation + 1), kernel.dtype)
    for row in range(rows):
        for column in range(columns):
            spread[row * dilation, column * dilation] = kernel[row, column]
    return spread
""",
}
