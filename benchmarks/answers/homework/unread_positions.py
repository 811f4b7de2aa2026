# %% wrong: last window missing
def unread_positions(size, kernel_size, stride=1, padding=0):
    n = (size + 2 * padding - kernel_size) // stride
    read = {i * stride - padding + k for i in range(n) for k in range(kernel_size)}
    return [i for i in range(size) if i not in read]
# %% wrong: padding forgotten in the place
def unread_positions(size, kernel_size, stride=1, padding=0):
    n = (size + 2 * padding - kernel_size) // stride + 1
    read = {i * stride + k for i in range(n) for k in range(kernel_size)}
    return [i for i in range(size) if i not in read]
# %% wrong: gaps only, not the rest at the end
def unread_positions(size, kernel_size, stride=1, padding=0):
    return [i for i in range(size) if (i + padding) % stride >= kernel_size]
# %% wrong: returns how many positions are unread, not which
def unread_positions(size, kernel_size, stride=1, padding=0):
    n = (size + 2 * padding - kernel_size) // stride + 1
    return len(set(range(size)) - {i * stride - padding + k for i in range(n) for k in range(kernel_size)})
# %% right: sorted difference
def unread_positions(size, kernel_size, stride=1, padding=0):
    n = (size + 2 * padding - kernel_size) // stride + 1
    return sorted(set(range(size)) - {i * stride - padding + k for i in range(n) for k in range(kernel_size)})
