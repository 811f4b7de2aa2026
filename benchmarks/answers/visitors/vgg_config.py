# %% wrong: a pooling is written as "M", as in torchvision, not as 0
def vgg_config(blocks):
    cfg, channels = [], 64
    for n in blocks:
        cfg += [channels] * n + ["M"]
        channels = min(2 * channels, 512)
    return cfg

# %% wrong: the channels double with every convolution, not with every block
def vgg_config(blocks):
    config, convolutions = [], 0
    for count in blocks:
        for _ in range(count):
            config.append(min(64 * 2 ** convolutions, 512))
            convolutions += 1
        config.append(0)
    return config

# %% wrong: poolings stand only between the blocks, the last block has none
def vgg_config(blocks):
    out = []
    for k, n in enumerate(blocks):
        if k > 0:
            out.append(0)
        out.extend(min(64 << k, 512) for _ in range(n))
    return out

# %% right: recursion from the last block
def vgg_config(blocks):
    if len(blocks) == 0:
        return []
    channels = 64
    for _ in range(len(blocks) - 1):
        channels = 512 if channels >= 256 else channels * 2
    return vgg_config(blocks[:-1]) + [channels for _ in range(blocks[-1])] + [0]
