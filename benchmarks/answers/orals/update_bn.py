# %% wrong: momentum is set to 1, so the running statistics are those of the last batch alone in place of the mean over all batches
def update_bn(model, images, batch_size):
    for part in model.modules():
        if hasattr(part, "running_mean"):
            part.momentum = 1.0
    model.train()
    for start in range(0, len(images), batch_size):
        model(images[start : start + batch_size])
    return model.eval()
# %% wrong: num_batches_tracked is not set back to 0, so the old statistics stay in the mean with the weight of all earlier batches
def update_bn(model, images, batch_size):
    norms = [part for part in model.modules() if hasattr(part, "num_batches_tracked")]
    for norm in norms:
        norm.momentum = None
    model.train()
    for i in range(0, len(images), batch_size):
        model(images[i : i + batch_size])
    return model.eval()
# %% wrong: the last batch is left out if it is smaller than batch_size
def update_bn(model, images, batch_size):
    for module in model.modules():
        if hasattr(module, "running_var"):
            module.momentum = None
            module.num_batches_tracked = np.array(0)
    model.train()
    number_of_batches = len(images) // batch_size
    for batch in range(number_of_batches):
        model(images[batch * batch_size : (batch + 1) * batch_size])
    model.eval()
    return model
# %% wrong: sets up only the outermost layers (for layer in model), so batch norms inside other parts keep their momentum and old statistics
def update_bn(model, images, batch_size):
    for layer in model:
        if hasattr(layer, "running_mean"):
            layer.momentum = None
            layer.num_batches_tracked = np.array(0)
    model.train()
    start = 0
    while start < len(images):
        model(images[start : start + batch_size])
        start += batch_size
    return model.eval()
# %% right: notes down each batch's statistics (momentum 1) and writes their mean at the end
def update_bn(model, images, batch_size):
    norms = [part for part in model.modules() if hasattr(part, "running_mean")]
    seen = [([], []) for _ in norms]
    for norm in norms:
        norm.momentum = 1.0
    model.train()
    for batch in np.split(images, range(batch_size, len(images), batch_size)):
        model(batch)
        for norm, (means, variances) in zip(norms, seen):
            means.append(np.array(norm.running_mean))
            variances.append(np.array(norm.running_var))
    for norm, (means, variances) in zip(norms, seen):
        norm.running_mean[:] = np.mean(means, axis=0)
        norm.running_var[:] = np.mean(variances, axis=0)
    return model.eval()
