# %% wrong: gives a list of lists, one for each block, instead of one flat list
def vgg_config(blocks):
    return [[min(64 * 2**k, 512)] * count + [0] for k, count in enumerate(blocks)]
# %% wrong: the channels go on doubling beyond 512; right for up to four blocks
def vgg_config(blocks):
    config, channels = [], 64
    for count in blocks:
        config += [channels] * count
        config.append(0)
        channels *= 2
    return config
# %% wrong: a pooling is written "M", as in torchvision, instead of 0
def vgg_config(blocks):
    layers = []
    width = 64
    for n in blocks:
        for _ in range(n):
            layers.append(width)
        layers.append("M")
        width = min(2 * width, 512)
    return layers
# %% wrong: two mistakes: the channels double after every convolution instead of every block, and no pooling stands behind the last block
def vgg_config(blocks):
    out, channels = [], 64
    for number, count in enumerate(blocks):
        for _ in range(count):
            out.append(channels)
            channels = min(channels * 2, 512)
        if number < len(blocks) - 1:
            out.append(0)
    return out
# %% right: recursion
def vgg_config(blocks):
    def rest(left, channels):
        if len(left) == 0:
            return []
        return [channels] * left[0] + [0] + rest(left[1:], min(512, 2 * channels))

    return rest(list(blocks), 64)
