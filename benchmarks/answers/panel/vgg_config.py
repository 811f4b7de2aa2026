# %% wrong: no pooling behind the last block
def vgg_config(blocks):
    result = []
    channels = 64
    for i, n in enumerate(blocks):
        if i > 0:
            result.append(0)
            channels = min(2 * channels, 512)
        result += [channels] * n
    return result

# %% wrong: the limit is tested before doubling, so the fifth block and later ones have 1024 channels; shows from 5 blocks on
def vgg_config(blocks):
    out = []
    c = 64
    for n in blocks:
        for _ in range(n):
            out.append(c)
        out.append(0)
        if c <= 512:      # stop growing
            c *= 2
    return out

# %% wrong: a list of lists, one for each block, instead of one flat list
def vgg_config(blocks):
    config = []
    for k, count in enumerate(blocks):
        config.append([min(64 * 2**k, 512)] * count + [0])
    return config

# %% wrong: the channels double after each convolution, not after each block; shows when a block has more than one convolution
def vgg_config(blocks):
    cfg, width = [], 64
    for number in blocks:
        for j in range(number):
            cfg.append(width)
            width = min(width * 2, 512)
        cfg.append(0)
    return cfg

# %% right: a nested comprehension that shifts bits
def vgg_config(blocks):
    return [64 << min(k, 3) if j < n else 0 for k, n in enumerate(blocks) for j in range(n + 1)]
