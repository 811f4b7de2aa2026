# %% wrong: the return stands inside the loop, so only the first pair comes out
def batches(images, labels, order, batch_size):
    result = []
    for start in range(0, len(order), batch_size):
        batch = order[start:start + batch_size]
        result.append((images[batch], labels[batch]))
        return result
# %% wrong: the batches are cut by np.array_split into parts of about equal length, so they have not batch_size images each when the size does not divide their number
def batches(images, labels, order, batch_size):
    number = -(-len(order) // batch_size)
    return [(images[part], labels[part]) for part in np.array_split(order, number)]
# %% wrong: the slice ends at batch_size instead of start + batch_size, so all batches after the first are empty
def batches(images, labels, order, batch_size):
    for start in range(0, len(order), batch_size):
        chosen = order[start : batch_size]
        yield images[chosen], labels[chosen]
# %% wrong: two mistakes: the last smaller batch is lost, and each pair is (labels, images) instead of (images, labels)
def batches(images, labels, order, batch_size):
    pairs = []
    for k in range(len(order) // batch_size):
        picks = order[k * batch_size:(k + 1) * batch_size]
        pairs.append((labels[picks], images[picks]))
    return pairs
# %% right: sorts everything first, then cuts with np.split at multiples of batch_size
def batches(images, labels, order, batch_size):
    cuts = range(batch_size, len(order), batch_size)
    return list(zip(np.split(images[order], cuts), np.split(labels[order], cuts)))
