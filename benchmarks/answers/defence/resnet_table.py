# %% wrong: the first block of stage 0 has stride 2, too
def resnet_table(counts, expansion=1):
    rows = []
    channels = 64
    for stage, count in enumerate(counts):
        for b in range(count):
            out = 64 * 2**stage * expansion
            rows.append((channels, out, 2 if b == 0 else 1))
            channels = out
    return rows
# %% wrong: every block of a later stage has stride 2, not only its first
def resnet_table(counts, expansion=1):
    table, now = [], 64
    for k, blocks in enumerate(counts):
        stride = 1 if k == 0 else 2
        for _ in range(blocks):
            table.append((now, 64 * 2**k * expansion, stride))
            now = 64 * 2**k * expansion
    return table
# %% wrong: the channels are carried along only at the end of a stage, so the later blocks of a stage say that they read what its first block reads
def resnet_table(counts, expansion=1):
    result = []
    in_channels = 64
    for stage in range(len(counts)):
        out_channels = 64 * 2**stage * expansion
        for block in range(counts[stage]):
            stride = 2 if stage > 0 and block == 0 else 1
            result.append((in_channels, out_channels, stride))
        in_channels = out_channels
    return result
# %% wrong: the first block of a stage reads 64 · 2**(k - 1) channels without the expansion, wrong in stages 1 and later if expansion is not 1
def resnet_table(counts, expansion=1):
    rows = []
    for k, n in enumerate(counts):
        out = 64 * 2**k * expansion
        first_in = 64 if k == 0 else 64 * 2 ** (k - 1)
        rows += [(first_in, out, 1 if k == 0 else 2)] + [(out, out, 1)] * (n - 1)
    return rows
# %% right: all outputs first, then inputs are the outputs moved by one
def resnet_table(counts, expansion=1):
    stages = [k for k, n in enumerate(counts) for _ in range(n)]
    gives = [(64 << k) * expansion for k in stages]
    reads = [64, *gives[:-1]]
    strides = [1 + (now > before) for before, now in zip([0, *stages], stages)]
    return list(zip(reads, gives, strides))
