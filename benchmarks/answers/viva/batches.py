# %% wrong: if the batch size divides the number of images, an empty batch follows at the end (the range goes to len + 1)
def batches(images, labels, order, batch_size):
    pairs = []
    for start in range(0, len(order) + 1, batch_size):
        batch = order[start : start + batch_size]
        pairs.append((images[batch], labels[batch]))
    return pairs
# %% wrong: np.array_split makes len // batch_size parts of nearly equal size, so unless it divides the batches have another size than batch_size (ValueError if there are fewer images than one batch)
def batches(images, labels, order, batch_size):
    parts = np.array_split(order, len(order) // batch_size)
    return [(images[p], labels[p]) for p in parts]
# %% wrong: two lists are returned, the image batches and the label batches, instead of one list of pairs
def batches(images, labels, order, batch_size):
    image_batches, label_batches = [], []
    for i in range(0, len(order), batch_size):
        image_batches.append(images[order[i:i + batch_size]])
        label_batches.append(labels[order[i:i + batch_size]])
    return image_batches, label_batches
# %% wrong: the return stands inside the loop, so only the first batch comes out
def batches(images, labels, order, batch_size):
    result = []
    for start in range(0, len(order), batch_size):
        piece = order[start:start + batch_size]
        result.append((images[piece], labels[piece]))
        return result
# %% right: both arrays put in order first, then cut at the same places
def batches(images, labels, order, batch_size):
    cuts = list(range(batch_size, len(order), batch_size))
    return list(zip(np.split(images[order], cuts), np.split(labels[order], cuts)))
