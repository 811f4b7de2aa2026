# %% wrong: only the second layer counts, macs is overwritten instead of added to
def bottleneck_macs(height, width, in_channels, middle_channels, out_channels, kernel_size):
    macs = height * width * in_channels * middle_channels
    macs = height * width * middle_channels * out_channels * kernel_size**2
    return macs
# %% wrong: only the 1×1 layer, the loop returns after its first turn
def bottleneck_macs(height, width, in_channels, middle_channels, out_channels, kernel_size):
    total = 0
    for c_in, c_out, k in [(in_channels, middle_channels, 1), (middle_channels, out_channels, kernel_size)]:
        total += height * width * c_in * c_out * k * k
        return total
# %% wrong: the order of the layers is reversed, K×K on the input channels and then 1×1
def bottleneck_macs(height, width, in_channels, middle_channels, out_channels, kernel_size):
    total = 0
    for c_in, c_out, k in [(in_channels, middle_channels, kernel_size), (middle_channels, out_channels, 1)]:
        total += height * width * c_in * c_out * k * k
    return total
# %% wrong: the pixels are forgotten, only the weights are counted
def bottleneck_macs(height, width, in_channels, middle_channels, out_channels, kernel_size):
    first = in_channels * middle_channels
    second = middle_channels * out_channels * kernel_size**2
    return first + second
# %% wrong: height and width are added instead of multiplied
def bottleneck_macs(height, width, in_channels, middle_channels, out_channels, kernel_size):
    pixels = height + width
    return pixels * (in_channels * middle_channels + middle_channels * out_channels * kernel_size**2)
# %% wrong: the biases of both layers are counted as MACs
def bottleneck_macs(height, width, in_channels, middle_channels, out_channels, kernel_size):
    first = (in_channels + 1) * middle_channels
    second = (middle_channels * kernel_size**2 + 1) * out_channels
    return height * width * (first + second)
# %% wrong: height is squared, right for square maps only
def bottleneck_macs(height, width, in_channels, middle_channels, out_channels, kernel_size):
    per_pixel = in_channels * middle_channels + middle_channels * out_channels * kernel_size**2
    return height * height * per_pixel
# %% wrong: the first layer goes directly to the output channels
def bottleneck_macs(height, width, in_channels, middle_channels, out_channels, kernel_size):
    reduce = in_channels * out_channels
    convolve = middle_channels * out_channels * kernel_size**2
    return height * width * (reduce + convolve)
# %% wrong: the saving is returned, direct convolution minus bottleneck
def bottleneck_macs(height, width, in_channels, middle_channels, out_channels, kernel_size):
    direct = height * width * in_channels * out_channels * kernel_size**2
    narrow = height * width * middle_channels * (in_channels + out_channels * kernel_size**2)
    return direct - narrow
# %% wrong: the costs are returned as a pair, not added
def bottleneck_macs(height, width, in_channels, middle_channels, out_channels, kernel_size):
    return (height * width * in_channels * middle_channels,
            height * width * middle_channels * out_channels * kernel_size**2)
# %% wrong: parameters in another order than the signature, height and width last
def bottleneck_macs(in_channels, middle_channels, out_channels, kernel_size, height, width):
    return height * width * middle_channels * (in_channels + out_channels * kernel_size**2)
# %% wrong: TypeError, kernel_size is indexed as a pair
def bottleneck_macs(height, width, in_channels, middle_channels, out_channels, kernel_size):
    area = kernel_size[0] * kernel_size[1]
    return height * width * middle_channels * (in_channels + out_channels * area)
# %% right: a loop over the two layers
def bottleneck_macs(height, width, in_channels, middle_channels, out_channels, kernel_size):
    total = 0
    for c_in, c_out, k in [(in_channels, middle_channels, 1), (middle_channels, out_channels, kernel_size)]:
        total += height * width * c_in * c_out * k * k
    return total
# %% right: row by row
def bottleneck_macs(height, width, in_channels, middle_channels, out_channels, kernel_size):
    count = 0
    for _ in range(height):
        count += width * middle_channels * in_channels
        count += width * out_channels * middle_channels * kernel_size**2
    return count
# %% right: products of shapes
def bottleneck_macs(height, width, in_channels, middle_channels, out_channels, kernel_size):
    first_weight = (middle_channels, in_channels, 1, 1)
    second_weight = (out_channels, middle_channels, kernel_size, kernel_size)
    return sum(math.prod(shape) * height * width for shape in (first_weight, second_weight))
