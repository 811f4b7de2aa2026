# %% wrong: the channels that are read change only after a whole stage, so its later blocks still read those of the stage before
def resnet_table(counts, expansion=1):
    table, inplanes = [], 64
    for stage, blocks in enumerate(counts):
        out = 64 * 2 ** stage * expansion
        for b in range(blocks):
            table.append((inplanes, out, 2 if stage > 0 and b == 0 else 1))
        inplanes = out
    return table

# %% wrong: every block of a later stage has stride 2, not its first alone
def resnet_table(counts, expansion=1):
    outs = np.repeat([64 * 2 ** k * expansion for k in range(len(counts))], counts).tolist()
    ins = [64] + outs[:-1]
    strides = np.repeat([1] + [2] * (len(counts) - 1), counts).tolist()
    return list(zip(ins, outs, strides))

# %% wrong: what a block reads is counted without the expansion of the block before
def resnet_table(counts, expansion=1):
    rows = []
    before = 64
    for k in range(len(counts)):
        width = 64 * 2 ** k
        for block in range(counts[k]):
            stride = 1
            if k != 0 and block == 0:
                stride = 2
            rows.append((before, width * expansion, stride))
            before = width
    return rows

# %% right: recursion over the stages from the end
def resnet_table(counts, expansion=1):
    if not len(counts):
        return []
    *earlier, blocks = counts
    rows = resnet_table(earlier, expansion)
    read = rows[-1][1] if rows else 64
    out = 64 * expansion * 2 ** len(earlier)
    first = (read, out, 2 if earlier else 1)
    return rows + ([first] + [(out, out, 1)] * (blocks - 1) if blocks else [])
