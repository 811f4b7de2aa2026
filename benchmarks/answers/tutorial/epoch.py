# %% wrong: the loss is the plain mean of the batches' means, so the images of a smaller last batch count too much; the weight is right; all right where batch_size divides N
def epoch(weight, images, labels, order, batch_size, lr):
    losses = []
    for start in range(0, len(order), batch_size):
        batch = order[start:start + batch_size]
        z = images[batch] @ weight.T
        z = z - z.max(axis=1, keepdims=True)
        p = np.exp(z) / np.exp(z).sum(axis=1, keepdims=True)
        losses.append(-np.log(p[np.arange(len(batch)), labels[batch]]).mean())
        p[np.arange(len(batch)), labels[batch]] -= 1
        weight = weight - lr * (p / len(batch)).T @ images[batch]
    return weight, np.mean(losses)
# %% wrong: order is reshaped to rows of batch_size, which raises ValueError where the last batch is smaller; right where batch_size divides N
def epoch(weight, images, labels, order, batch_size, lr):
    w = weight.copy()
    total = 0.0
    for batch in np.reshape(order, (-1, batch_size)):
        x, y = images[batch], labels[batch]
        logits = x @ w.T
        logits = logits - logits.max(axis=1, keepdims=True)
        log_p = logits - np.log(np.exp(logits).sum(axis=1, keepdims=True))
        total -= log_p[np.arange(batch_size), y].sum()
        slope = np.exp(log_p)
        slope[np.arange(batch_size), y] -= 1
        w -= lr * slope.T @ x / batch_size
    return w, total / len(order)
# %% wrong: two mistakes: the images are taken by order, but their labels by place (labels[start : start + batch_size]), so they do not belong together, and weight itself is changed in place
def epoch(weight, images, labels, order, batch_size, lr):
    total = 0
    for start in range(0, len(images), batch_size):
        x = images[order[start:start + batch_size]]
        y = labels[start:start + batch_size]
        z = x @ weight.T
        e = np.exp(z - z.max(axis=1, keepdims=True))
        p = e / e.sum(axis=1, keepdims=True)
        total += -np.sum(np.log(p[np.arange(len(y)), y]))
        p -= np.eye(len(weight))[y]
        weight -= lr / len(y) * (p.T @ x)
    return weight, total / len(images)
# %% wrong: the logits of all images are computed once, before the first step, so later batches use the weight from the beginning of the epoch; right for a single batch
def epoch(weight, images, labels, order, batch_size, lr):
    logits = images @ weight.T
    logits = logits - logits.max(axis=1, keepdims=True)
    shares = np.exp(logits)
    shares = shares / shares.sum(axis=1, keepdims=True)
    loss = -np.log(shares[np.arange(len(labels)), labels])[order].mean()
    new = weight
    for start in range(0, len(order), batch_size):
        batch = order[start:start + batch_size]
        slope = shares[batch]
        slope[np.arange(len(batch)), labels[batch]] -= 1
        new = new - lr * slope.T @ images[batch] / len(batch)
    return new, loss
# %% right: one function for loss and gradient, losses collected image by image
def epoch(weight, images, labels, order, batch_size, lr):
    def losses_and_slope(w, x, y):
        z = x @ w.T
        lse = np.logaddexp.reduce(z, axis=1)
        onehot = np.arange(len(w)) == np.asarray(y)[:, None]
        return lse - z[onehot], (np.exp(z - lse[:, None]) - onehot).T @ x / len(y)

    current, collected = np.array(weight, dtype=float), []
    for k in range(math.ceil(len(order) / batch_size)):
        chosen = order[k * batch_size:(k + 1) * batch_size]
        each, slope = losses_and_slope(current, images[chosen], labels[chosen])
        collected.extend(each)
        current = current - lr * slope
    return current, sum(collected) / len(collected)
