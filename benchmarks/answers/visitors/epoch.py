# %% wrong: two mistakes: the weight that was passed is changed in place, and the loss is the plain mean over the batches, also for a smaller last one
def epoch(weight, images, labels, order, batch_size, lr):
    losses = []
    for i in range(0, len(order), batch_size):
        idx = order[i:i + batch_size]
        xb, yb = images[idx], labels[idx]
        logits = xb @ weight.T
        logits = logits - logits.max(axis=1, keepdims=True)
        log_probs = logits - np.log(np.exp(logits).sum(axis=1, keepdims=True))
        losses.append(-log_probs[np.arange(len(idx)), yb].mean())
        grad = np.exp(log_probs)
        grad[np.arange(len(idx)), yb] -= 1
        weight -= lr * (grad / len(idx)).T @ xb
    return weight, np.mean(losses)

# %% wrong: the step is by the gradient of the batch's summed loss, not of its mean
def epoch(weight, images, labels, order, batch_size, lr):
    w = weight.copy()
    log_likelihood = 0.0
    for start in range(0, len(order), batch_size):
        batch = order[start:start + batch_size]
        x, y = images[batch], labels[batch]
        score = np.zeros_like(w)
        for row, label in zip(x, y):
            z = w @ row
            z = z - z.max()
            p = np.exp(z) / np.exp(z).sum()
            log_likelihood += np.log(p[label])
            target = np.zeros(len(w))
            target[label] = 1
            score += np.outer(target - p, row)
        w = w + lr * score
    return w, -log_likelihood / len(order)

# %% wrong: the labels are cut out by position, only the images follow the order
def epoch(weight, images, labels, order, batch_size, lr):
    total = 0
    for start in range(0, len(order), batch_size):
        batch = order[start:start + batch_size]
        x, y = images[batch], labels[start:start + batch_size]
        e = np.exp(x @ weight.T - (x @ weight.T).max(axis=1, keepdims=True))
        p = e / e.sum(axis=1, keepdims=True)
        hot = np.eye(len(weight))[y]
        total += -np.sum(hot * np.log(p))
        weight = weight - lr * (p - hot).T @ x / len(batch)
    return weight, total / len(images)

# %% right: one-hot labels, log-sum-exp, order cut by np.split
def epoch(weight, images, labels, order, batch_size, lr):
    now, losses = np.array(weight, dtype=float), []
    hot = np.asarray(labels)[:, None] == np.arange(len(weight))
    cuts = np.arange(batch_size, len(order), batch_size)
    for piece in np.split(np.asarray(order), cuts):
        x, target = images[piece], hot[piece]
        z = np.einsum("nf,cf->nc", x, now)
        top = z.max(axis=1)
        logsum = top + np.log(np.exp(z - top[:, None]).sum(axis=1))
        losses.extend(logsum - (z * target).sum(axis=1))
        slopes = np.exp(z - logsum[:, None]) - target
        now = now - lr * np.einsum("nc,nf->cf", slopes, x) / len(piece)
    return now, sum(losses) / len(losses)
