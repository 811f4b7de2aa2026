# %% wrong: the smaller last batch is dropped
def batches(images, labels, order, batch_size):
    for k in range(len(order) // batch_size):
        idx = order[k * batch_size:(k + 1) * batch_size]
        yield images[idx], labels[idx]

# %% wrong: the order is cut into parts of about equal size, not into batch_size and a smaller rest
def batches(images, labels, order, batch_size):
    parts = math.ceil(len(order) / batch_size)
    return [(images[part], labels[part]) for part in np.array_split(order, parts)]

# %% wrong: the return stands inside the loop, so only the first batch comes back
def batches(images, labels, order, batch_size):
    pairs = []
    for start in range(0, len(order), batch_size):
        batch = order[start:start + batch_size]
        pairs.append((images[batch], labels[batch]))
        return pairs

# %% right: a while loop that eats the order
def batches(images, labels, order, batch_size):
    rest, pairs = np.array(order), []
    while len(rest) > 0:
        now, rest = rest[:batch_size], rest[batch_size:]
        pairs.append((np.take(images, now, axis=0), np.take(labels, now, axis=0)))
    return pairs
