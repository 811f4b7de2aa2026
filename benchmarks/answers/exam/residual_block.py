# %% wrong: the last ReLU stands before the sum: relu(F(x)) + x
def residual_block(x, weight1, weight2):
    from cnnhelpers import mine
    from cnnhelpers.functional import relu
    conv2d = mine.conv2d
    hidden = relu(conv2d(x, weight1, padding=1))
    return relu(conv2d(hidden, weight2, padding=1)) + x
# %% wrong: x is overwritten by the first convolution, so the hidden maps are added instead of x
def residual_block(x, weight1, weight2):
    from cnnhelpers import mine
    from cnnhelpers.functional import relu
    conv2d = mine.conv2d
    x = relu(conv2d(x, weight1, padding=1))
    return relu(conv2d(x, weight2, padding=1) + x)
# %% wrong: no ReLU between the two convolutions
def residual_block(x, weight1, weight2):
    from cnnhelpers import mine
    from cnnhelpers.functional import relu
    conv2d = mine.conv2d
    return relu(conv2d(conv2d(x, weight1, padding=1), weight2, padding=1) + x)
# %% wrong: the first convolution without padding and the second with 2: the size fits, the border is wrong (ValueError for images below 3×3)
def residual_block(x, weight1, weight2):
    from cnnhelpers import mine
    from cnnhelpers.functional import relu
    conv2d = mine.conv2d
    hidden = relu(conv2d(x, weight1))
    return relu(conv2d(hidden, weight2, padding=2) + x)
# %% wrong: x is subtracted: the residual is taken for a difference
def residual_block(x, weight1, weight2):
    from cnnhelpers import mine
    from cnnhelpers.functional import relu
    conv2d = mine.conv2d
    return relu(conv2d(relu(conv2d(x, weight1, padding=1)), weight2, padding=1) - x)
# %% wrong: padding is forgotten, F(x) is four rows and columns smaller than x (ValueError in the sum)
def residual_block(x, weight1, weight2):
    from cnnhelpers import mine
    from cnnhelpers.functional import relu
    conv2d = mine.conv2d
    hidden = relu(conv2d(x, weight1))
    return relu(conv2d(hidden, weight2) + x)
# %% right: step by step with np.maximum
def residual_block(x, weight1, weight2):
    from cnnhelpers import mine
    conv2d = mine.conv2d
    out = conv2d(x, weight1, padding=1)
    out = np.maximum(out, 0)
    out = conv2d(out, weight2, padding=1)
    return np.maximum(x + out, 0)
