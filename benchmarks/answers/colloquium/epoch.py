# %% wrong: the labels are not put into the order, each batch takes labels[start : start + batch_size]
def epoch(weight, images, labels, order, batch_size, lr):
    weight, total = weight.copy(), 0.0
    for start in range(0, len(order), batch_size):
        batch = order[start:start + batch_size]
        x, y = images[batch], labels[start:start + batch_size]
        z = x @ weight.T
        z = z - z.max(axis=1, keepdims=True)
        p = np.exp(z) / np.exp(z).sum(axis=1, keepdims=True)
        total -= np.log(p[np.arange(len(y)), y]).sum()
        p[np.arange(len(y)), y] -= 1
        weight -= lr * (p.T @ x) / len(y)
    return weight, total / len(order)
# %% wrong: all gradients and losses are taken at the weight from the beginning of the epoch, the steps are collected in a copy
def epoch(weight, images, labels, order, batch_size, lr):
    def softmax(z):
        e = np.exp(z - z.max(axis=1, keepdims=True))
        return e / e.sum(axis=1, keepdims=True)
    new = weight.copy()
    losses = []
    for start in range(0, len(order), batch_size):
        batch = order[start : start + batch_size]
        p = softmax(images[batch] @ weight.T)
        picked = p[np.arange(len(batch)), labels[batch]]
        losses.extend(-np.log(picked))
        onehot = np.eye(len(weight))[labels[batch]]
        new -= lr * (p - onehot).T @ images[batch] / len(batch)
    return new, np.mean(losses)
# %% wrong: the loss is the mean of the batches' mean losses, so a smaller last batch counts too much
def epoch(weight, images, labels, order, batch_size, lr):
    w = np.array(weight, dtype=float)
    batch_losses = []
    for k in range(math.ceil(len(order) / batch_size)):
        idx = order[k * batch_size:(k + 1) * batch_size]
        xb, yb = images[idx], labels[idx]
        logits = xb @ w.T
        logits = logits - logits.max(axis=1, keepdims=True)
        logp = logits - np.log(np.exp(logits).sum(axis=1, keepdims=True))
        batch_losses.append(-logp[range(len(yb)), yb].mean())
        g = np.exp(logp)
        g[range(len(yb)), yb] -= 1
        w = w - lr * g.T @ xb / len(yb)
    return w, float(np.mean(batch_losses))
# %% wrong: the gradient of a step is the sum over the batch instead of the mean, the division by the batch's length is missing
def epoch(weight, images, labels, order, batch_size, lr):
    classes = weight.shape[0]
    total = 0
    for start in range(0, len(order), batch_size):
        batch = order[start:start + batch_size]
        x, target = images[batch], np.eye(classes)[labels[batch]]
        scores = np.exp(x @ weight.T)
        shares = scores / scores.sum(axis=1, keepdims=True)
        total += -(target * np.log(shares)).sum()
        slope = (shares - target).T @ x
        weight = weight - lr * slope
    return weight, total / len(images)
# %% right: features first, logarithms by logaddexp, the gradient image by image
def epoch(weight, images, labels, order, batch_size, lr):
    w = weight.T.astype(float)
    seen = []
    at = 0
    while at < len(order):
        group = [int(k) for k in order[at:at + batch_size]]
        grad = np.zeros_like(w)
        for k in group:
            z = images[k] @ w
            logp = z - np.logaddexp.reduce(z)
            seen.append(-logp[labels[k]])
            p = np.exp(logp)
            p[labels[k]] -= 1
            grad += np.outer(images[k], p)
        w = w - lr / len(group) * grad
        at += batch_size
    return w.T, math.fsum(seen) / len(seen)
