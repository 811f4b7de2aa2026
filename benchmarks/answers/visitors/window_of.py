# %% wrong: the first position is clipped at 0, so the padding does not count
def window_of(position, layers):
    first, last = position, position
    for kernel_size, stride, padding in reversed(layers):
        first = max(first * stride - padding, 0)
        last = last * stride - padding + kernel_size - 1
    return first, last


# %% wrong: the paddings are added up without the jump of their layer
def window_of(position, layers):
    K, S, P = np.array(layers).T
    jumps = np.concatenate([[1], np.cumprod(S)])
    width = 1 + np.sum((K - 1) * jumps[:-1])
    first = position * jumps[-1] - P.sum()
    return int(first), int(first + width - 1)


# %% wrong: two mistakes: the layers are taken from the first to the last, and the end is one too far right
def window_of(position, layers):
    first = position
    last = position
    for kernel_size, stride, padding in layers:
        first = first * stride - padding
        last = last * stride - padding + kernel_size
    return first, last


# %% right: start and width from the jumps, in one pass forwards
def window_of(position, layers):
    jump, start, width = 1, 0, 1
    for kernel_size, stride, padding in layers:
        start -= padding * jump
        width += (kernel_size - 1) * jump
        jump *= stride
    first = start + position * jump
    return first, first + width - 1
