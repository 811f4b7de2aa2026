# %% wrong: the weight passed is changed in place (weight -= ...); the numbers returned are right
def epoch(weight, images, labels, order, batch_size, lr):
    total = 0.0
    for start in range(0, len(order), batch_size):
        batch = order[start:start + batch_size]
        x, y = images[batch], labels[batch]
        z = x @ weight.T
        z = z - z.max(axis=1, keepdims=True)
        p = np.exp(z) / np.exp(z).sum(axis=1, keepdims=True)
        total += -np.log(p[np.arange(len(y)), y]).sum()
        p[np.arange(len(y)), y] -= 1
        weight -= lr * p.T @ x / len(y)
    return weight, total / len(order)
# %% wrong: the loss is the mean of the batches' mean losses, so a smaller last batch counts too much; right where batch_size divides the number of images
def epoch(weight, images, labels, order, batch_size, lr):
    def softmax(z):
        e = np.exp(z - z.max(axis=1, keepdims=True))
        return e / e.sum(axis=1, keepdims=True)
    w = weight.copy()
    losses = []
    for start in range(0, len(order), batch_size):
        idx = order[start:start + batch_size]
        p = softmax(images[idx] @ w.T)
        n = len(idx)
        losses.append(-np.mean(np.log(p[range(n), labels[idx]])))
        p[range(n), labels[idx]] -= 1
        w = w - lr * (p / n).T @ images[idx]
    return w, np.mean(losses)
# %% wrong: the gradient is that of the sum of the batch's losses: the division by the batch size is missing; right for batch_size 1
def epoch(weight, images, labels, order, batch_size, lr):
    new, loss = np.array(weight, dtype=float), 0.0
    hot = np.eye(len(weight))[labels]
    for i in range(0, len(order), batch_size):
        b = order[i:i + batch_size]
        logits = images[b] @ new.T
        top = logits.max(axis=1, keepdims=True)
        logp = logits - top - np.log(np.exp(logits - top).sum(axis=1, keepdims=True))
        loss -= (hot[b] * logp).sum()
        new = new - lr * (np.exp(logp) - hot[b]).T @ images[b]
    return new, loss / len(order)
# %% wrong: two mistakes: the loss of a batch is measured after its step, and the last smaller batch is left out
def epoch(weight, images, labels, order, batch_size, lr):
    def shares(w, x):
        z = x @ w.T
        e = np.exp(z - z.max(axis=1, keepdims=True))
        return e / e.sum(axis=1, keepdims=True)
    weight, sum_, seen = weight.copy(), 0.0, 0
    start = 0
    while start + batch_size <= len(order):
        b = order[start:start + batch_size]
        p = shares(weight, images[b])
        p[np.arange(batch_size), labels[b]] -= 1
        weight = weight - lr / batch_size * p.T @ images[b]
        after = shares(weight, images[b])[np.arange(batch_size), labels[b]]
        sum_ += -np.log(after).sum()
        seen += batch_size
        start += batch_size
    return weight, sum_ / max(seen, 1)
# %% right: image by image, the step of a batch gathered from outer products
def epoch(weight, images, labels, order, batch_size, lr):
    w, losses, pull, held = weight + 0.0, [], 0.0, 0
    for count, n in enumerate(order, start=1):
        z = w @ images[n]
        log_sum = z.max() + np.log(np.sum(np.exp(z - z.max())))
        losses.append(log_sum - z[labels[n]])
        slope = np.exp(z - log_sum)
        slope[labels[n]] -= 1
        pull, held = pull + np.outer(slope, images[n]), held + 1
        if count % batch_size == 0 or count == len(order):
            w, pull, held = w - lr / held * pull, 0.0, 0
    return w, math.fsum(losses) / len(losses)
