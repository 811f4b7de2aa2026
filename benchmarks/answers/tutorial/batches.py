# %% wrong: np.split wants equal pieces, so where batch_size does not divide N it raises ValueError; right where it does
def batches(images, labels, order, batch_size):
    pieces = np.split(order, math.ceil(len(order) / batch_size))
    return [(images[piece], labels[piece]) for piece in pieces]
# %% wrong: np.array_split makes as many pieces of nearly equal size instead of pieces of batch_size and a smaller last one; right where batch_size divides N
def batches(images, labels, order, batch_size):
    count = -(-len(order) // batch_size)
    return [(images[piece], labels[piece]) for piece in np.array_split(order, count)]
# %% wrong: a generator that fills the same two arrays again for every batch, so in a list of its batches all show the images and labels of the last one; right only if each batch is used before the next is asked for
def batches(images, labels, order, batch_size):
    x = np.empty((batch_size,) + images.shape[1:], images.dtype)
    y = np.empty((batch_size,) + labels.shape[1:], labels.dtype)
    for start in range(0, len(order), batch_size):
        piece = order[start:start + batch_size]
        x[:len(piece)] = images[piece]
        y[:len(piece)] = labels[piece]
        yield x[:len(piece)], y[:len(piece)]
# %% wrong: two mistakes: return stands inside the loop, so there is only the first batch, and its labels are taken by place, not by order
def batches(images, labels, order, batch_size):
    result = []
    for start in range(0, len(images), batch_size):
        stop = start + batch_size
        result.append((images[order[start:stop]], labels[start:stop]))
        return result
# %% right: recursion on the rest of the order
def batches(images, labels, order, batch_size):
    order = np.asarray(order)
    if len(order) == 0:
        return []
    first = order[:batch_size]
    return [(images[first], labels[first])] + batches(images, labels, order[batch_size:], batch_size)
