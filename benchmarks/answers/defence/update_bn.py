# %% wrong: num_batches_tracked is not set back to 0, so with momentum None the old statistics keep a share as large as that of all batches seen before
def update_bn(model, images, batch_size):
    for part in model.modules():
        if hasattr(part, "running_mean"):
            part.momentum = None
    model.train()
    for start in range(0, len(images), batch_size):
        model(images[start : start + batch_size])
    return model.eval()
# %% wrong: momentum 1.0 instead of a plain mean: the statistics are those of the last batch alone
def update_bn(model, images, batch_size):
    for module in model.modules():
        if hasattr(module, "running_var"):
            module.momentum = 1.0
            module.num_batches_tracked = np.array(0)
    model.train()
    for i in range(0, len(images), batch_size):
        model(images[i : i + batch_size])
    model.eval()
    return model
# %% wrong: the last, smaller batch is left out when batch_size does not divide the number of images
def update_bn(model, images, batch_size):
    norms = [m for m in model.modules() if hasattr(m, "num_batches_tracked")]
    for norm in norms:
        norm.momentum, norm.num_batches_tracked = None, np.array(0)
    model.train()
    for b in range(len(images) // batch_size):
        model(images[b * batch_size : (b + 1) * batch_size])
    return model.eval()
# %% wrong: two mistakes: all images go through at once instead of batch_size at a time, and the model is returned in training mode
def update_bn(model, images, batch_size):
    for layer in model.modules():
        if hasattr(layer, "running_mean"):
            layer.momentum = None
            layer.num_batches_tracked = np.array(0)
    model.train()
    model(images)
    return model
# %% right: momentum is set to 1/t before each batch
def update_bn(model, images, batch_size):
    norms = [m for m in model.modules() if hasattr(m, "running_mean")]
    model.train()
    turns = -(-len(images) // batch_size)
    for t in range(turns):
        for norm in norms:
            norm.momentum = 1 / (t + 1)
        model(images[t * batch_size :][:batch_size])
    return model.eval()
