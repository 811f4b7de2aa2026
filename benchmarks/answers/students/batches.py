# %% wrong: the last, smaller batch is dropped
def batches(images, labels, order, batch_size):
    for k in range(len(order) // batch_size):
        pick = order[k * batch_size:(k + 1) * batch_size]
        yield images[pick], labels[pick]
# %% wrong: only the images are put in order; labels are sliced as they stand
def batches(images, labels, order, batch_size):
    shuffled = images[order]
    for start in range(0, len(order), batch_size):
        yield shuffled[start:start + batch_size], labels[start:start + batch_size]
# %% wrong: ignores order: slices of the arrays as they are
def batches(images, labels, order, batch_size):
    result = []
    for i in range(0, len(images), batch_size):
        result.append((images[i:i + batch_size], labels[i:i + batch_size]))
    return result
# %% wrong: steps by 1 instead of batch_size: overlapping batches, images come several times
def batches(images, labels, order, batch_size):
    return [(images[order[i:i + batch_size]], labels[order[i:i + batch_size]]) for i in range(len(order))]
# %% wrong: applies the inverse of the order: image i goes to place order[i] (right when order is its own inverse)
def batches(images, labels, order, batch_size):
    place = np.argsort(order)
    for start in range(0, len(place), batch_size):
        pick = place[start:start + batch_size]
        yield images[pick], labels[pick]
# %% wrong: return inside the loop: only the first batch comes back
def batches(images, labels, order, batch_size):
    for start in range(0, len(order), batch_size):
        pick = order[start:start + batch_size]
        return [(images[pick], labels[pick])]
# %% wrong: pairs the wrong way round, (labels, images)
def batches(images, labels, order, batch_size):
    for start in range(0, len(order), batch_size):
        pick = order[start:start + batch_size]
        yield labels[pick], images[pick]
# %% right: np.split of the order at the multiples of batch_size
def batches(images, labels, order, batch_size):
    parts = np.split(np.asarray(order), range(batch_size, len(order), batch_size))
    return [(np.take(images, part, axis=0), np.take(labels, part, axis=0)) for part in parts]
# %% right: a generator that eats the order from the front
def batches(images, labels, order, batch_size):
    rest = list(order)
    while rest:
        pick, rest = rest[:batch_size], rest[batch_size:]
        yield images[pick], labels[pick]
