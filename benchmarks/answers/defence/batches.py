# %% wrong: the last batch is lost if it is smaller than batch_size
def batches(images, labels, order, batch_size):
    pairs = []
    for k in range(len(order) // batch_size):
        part = order[k * batch_size:(k + 1) * batch_size]
        pairs.append((images[part], labels[part]))
    return pairs
# %% wrong: the labels are not taken in that order, only the images are
def batches(images, labels, order, batch_size):
    for start in range(0, len(order), batch_size):
        yield images[order[start:start + batch_size]], labels[start:start + batch_size]
# %% wrong: order is cut into batch_size pieces (np.array_split) instead of pieces of batch_size images
def batches(images, labels, order, batch_size):
    return [(images[piece], labels[piece]) for piece in np.array_split(order, batch_size)]
# %% wrong: return stands inside the loop, so only the first batch comes back
def batches(images, labels, order, batch_size):
    result = []
    for start in range(0, len(order), batch_size):
        batch = order[start:start + batch_size]
        result.append((images[batch], labels[batch]))
        return result
# %% right: an iterator that is eaten up, slice by slice
def batches(images, labels, order, batch_size):
    rest = list(order)
    while rest:
        now, rest = rest[:batch_size], rest[batch_size:]
        yield np.take(images, now, axis=0), np.take(labels, now, axis=0)
