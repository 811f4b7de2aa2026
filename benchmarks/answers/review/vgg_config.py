# %% wrong: the channels double after each convolution, not after each block
def vgg_config(blocks):
    config, channels = [], 64
    for count in blocks:
        for _ in range(count):
            config.append(channels)
            channels = min(2 * channels, 512)
        config.append(0)
    return config
# %% wrong: a list of lists, one for each block
def vgg_config(blocks):
    config, channels = [], 64
    for count in blocks:
        config.append([channels] * count + [0])
        channels = min(2 * channels, 512)
    return config
# %% wrong: 64 more channels in each block, not twice as many
def vgg_config(blocks):
    config = []
    for number, count in enumerate(blocks, start=1):
        config += [min(64 * number, 512)] * count + [0]
    return config
# %% right: powers of two
def vgg_config(blocks):
    return [each for k, count in enumerate(blocks)
            for each in (*(min(64 * 2 ** k, 512),) * count, 0)]
