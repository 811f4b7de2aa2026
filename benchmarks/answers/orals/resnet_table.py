# %% wrong: all blocks of a stage read what the first one reads; the channels are carried on only at the end of a stage
def resnet_table(counts, expansion=1):
    table, channels = [], 64
    for stage, count in enumerate(counts):
        out = 64 * 2**stage * expansion
        for block in range(count):
            stride = 2 if stage > 0 and block == 0 else 1
            table.append((channels, out, stride))
        channels = out
    return table
# %% wrong: the stride is 2 wherever the channels change, so with an expansion above 1 the first block of stage 0 has stride 2, too
def resnet_table(counts, expansion=1):
    rows = []
    read = 64
    for k, n in enumerate(counts):
        out = 64 * 2**k * expansion
        for _ in range(n):
            rows.append((read, out, 1 if read == out else 2))
            read = out
    return rows
# %% wrong: each block of the stages from 1 on has stride 2, not only the first of its stage
def resnet_table(counts, expansion=1):
    outs = [64 * 2**k * expansion for k, n in enumerate(counts) for _ in range(n)]
    strides = [2 if k else 1 for k, n in enumerate(counts) for _ in range(n)]
    return [(a, b, s) for a, b, s in zip([64] + outs, outs, strides)]
# %% wrong: the first block reads 64 · expansion channels in place of 64
def resnet_table(counts, expansion=1):
    result = []
    in_channels = 64 * expansion
    for stage in range(len(counts)):
        for block in range(counts[stage]):
            out_channels = 64 * 2**stage * expansion
            stride = 2 if (stage != 0 and block == 0) else 1
            result.append((in_channels, out_channels, stride))
            in_channels = out_channels
    return result
# %% right: recursion over the stages
def resnet_table(counts, expansion=1):
    def stages(read, out, stride, counts):
        if not counts:
            return []
        first, *others = counts
        here = [(read, out, stride)] + [(out, out, 1)] * (first - 1)
        return here + stages(out, 2 * out, 2, others)

    return stages(64, 64 * expansion, 1, list(counts))
