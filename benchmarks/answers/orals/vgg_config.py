# %% wrong: no pooling (0) behind the last block, only between the blocks
def vgg_config(blocks):
    layers, channels = [], 64
    for i, n in enumerate(blocks):
        layers += [channels] * n
        if i < len(blocks) - 1:
            layers.append(0)
        channels = min(2 * channels, 512)
    return layers
# %% wrong: a pooling is written as the letter "M" (torchvision's convention) in place of 0
def vgg_config(blocks):
    config = []
    for k, convolutions in enumerate(blocks):
        config.extend([min(64 * 2**k, 512)] * convolutions)
        config.append("M")
    return config
# %% wrong: the channels double behind each convolution in place of each block
def vgg_config(blocks):
    result = []
    channels = 64
    for block in blocks:
        for _ in range(block):
            result.append(channels)
            channels = min(channels * 2, 512)
        result.append(0)
    return result
# %% wrong: two mistakes: the first block already has 128 channels (doubled before it is used), and nothing stops the growth at 512
def vgg_config(blocks):
    c, out = 64, []
    for n in blocks:
        c *= 2
        out += n * [c] + [0]
    return out
# %% right: one comprehension over pieces, with shifted bits
def vgg_config(blocks):
    return [c for k, n in enumerate(blocks) for c in (*[64 << min(k, 3)] * n, 0)]
