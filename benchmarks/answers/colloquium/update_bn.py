# %% wrong: momentum is set to 1, so only the statistics of the last batch are left, not the mean over all batches
def update_bn(model, images, batch_size):
    for part in model.modules():
        if hasattr(part, "running_mean"):
            part.momentum = 1.0
            part.num_batches_tracked = np.array(0)
    model.train()
    for start in range(0, len(images), batch_size):
        model(images[start : start + batch_size])
    return model.eval()
# %% wrong: num_batches_tracked is not set back to 0, so the old running statistics keep a share in the mean
def update_bn(model, images, batch_size):
    for layer in model.modules():
        if hasattr(layer, "running_mean"):
            layer.momentum = None
    model.train()
    i = 0
    while i < len(images):
        model(images[i : i + batch_size])
        i += batch_size
    model.eval()
    return model
# %% wrong: the last batch is left out when it is smaller than batch_size
def update_bn(model, images, batch_size):
    model.train()
    for m in model.modules():
        if hasattr(m, "num_batches_tracked"):
            m.momentum, m.num_batches_tracked = None, np.array(0)
    for b in range(len(images) // batch_size):
        model(images[b * batch_size : (b + 1) * batch_size])
    return model.eval()
# %% wrong: two mistakes: all images go through as a single batch, batch_size is ignored, and the model comes back in training mode
def update_bn(model, images, batch_size):
    norms = [part for part in model.modules() if hasattr(part, "running_var")]
    for norm in norms:
        norm.momentum = None
        norm.num_batches_tracked = np.array(0)
    model.train()
    model(images)
    return model
# %% right: momentum 1 for each batch, the statistics collected and averaged by hand
def update_bn(model, images, batch_size):
    norms = [part for part in model.modules() if hasattr(part, "running_mean")]
    seen = [([], []) for _ in norms]
    model.train()
    for cut in np.split(images, range(batch_size, len(images), batch_size)):
        for norm in norms:
            norm.momentum = 1.0
        model(cut)
        for norm, (means, variances) in zip(norms, seen):
            means.append(np.array(norm.running_mean))
            variances.append(np.array(norm.running_var))
    for norm, (means, variances) in zip(norms, seen):
        norm.running_mean = np.mean(means, axis=0)
        norm.running_var = np.mean(variances, axis=0)
    return model.eval()
