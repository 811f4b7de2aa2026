# %% wrong: the first block of stage 0 has stride 2, too
def resnet_table(counts, expansion=1):
    rows, read = [], 64
    for k, n in enumerate(counts):
        for b in range(n):
            out = 64 * 2**k * expansion
            rows.append((read, out, 2 if b == 0 else 1))
            read = out
    return rows
# %% wrong: all blocks of the stages behind stage 0 have stride 2, not only the first of each
def resnet_table(counts, expansion=1):
    table = []
    channels = 64
    for stage in range(len(counts)):
        stride = 1 if stage == 0 else 2
        for block in range(counts[stage]):
            table.append((channels, 64 * 2**stage * expansion, stride))
            channels = 64 * 2**stage * expansion
    return table
# %% wrong: in_channels is renewed only at the end of a stage, so all blocks of a stage read what its first block reads
def resnet_table(counts, expansion=1):
    result = []
    c_in = 64
    for k, count in enumerate(counts):
        c_out = 64 * 2**k * expansion
        for i in range(count):
            s = 2 if k > 0 and i == 0 else 1
            result.append((c_in, c_out, s))
        c_in = c_out
    return result
# %% wrong: the channels of stage k are 64 * 2 * k * expansion, a product in place of the power 2**k (stage 0 gives 0, stages 1 and 2 are right)
def resnet_table(counts, expansion=1):
    blocks = []
    last = 64
    for k, number in enumerate(counts):
        for j in range(number):
            width = 64 * 2 * k * expansion
            blocks.append((last, width, 2 if (k and not j) else 1))
            last = width
    return blocks
# %% right: lists of outputs and strides first, the inputs are the outputs moved by one
def resnet_table(counts, expansion=1):
    outs = [expansion * (64 << k) for k, n in enumerate(counts) for _ in range(n)]
    strides = [1 + (k > 0 and b == 0) for k, n in enumerate(counts) for b in range(n)]
    return list(zip([64] + outs[:-1], outs, strides))
