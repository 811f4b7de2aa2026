# %% wrong: the gradient of the shortcut is missing in grad_x
def residual_block_backward(grad_output, x, weight1, weight2):
    from cnnhelpers import mine
    conv2d, conv2d_backward = mine.conv2d, mine.conv2d_backward
    a = conv2d(x, weight1, padding=1)
    h = np.maximum(a, 0)
    b = conv2d(h, weight2, padding=1) + x
    g = grad_output * (b > 0)
    grad_h, grad_weight2, _ = conv2d_backward(g, h, weight2, padding=1)
    grad_x, grad_weight1, _ = conv2d_backward(grad_h * (a > 0), x, weight1, padding=1)
    return grad_x, grad_weight1, grad_weight2
# %% wrong: the shortcut gets grad_output before the gate of the last ReLU
def residual_block_backward(grad_output, x, weight1, weight2):
    from cnnhelpers import mine
    conv2d, conv2d_backward = mine.conv2d, mine.conv2d_backward
    a = conv2d(x, weight1, padding=1)
    h = np.maximum(a, 0)
    b = conv2d(h, weight2, padding=1) + x
    g = grad_output * (b > 0)
    grad_h, grad_weight2, _ = conv2d_backward(g, h, weight2, padding=1)
    grad_x, grad_weight1, _ = conv2d_backward(grad_h * (a > 0), x, weight1, padding=1)
    return grad_x + grad_output, grad_weight1, grad_weight2
# %% wrong: the last ReLU's gate looks at F(x) without the shortcut
def residual_block_backward(grad_output, x, weight1, weight2):
    from cnnhelpers import mine
    conv2d, conv2d_backward = mine.conv2d, mine.conv2d_backward
    a = conv2d(x, weight1, padding=1)
    h = np.maximum(a, 0)
    f = conv2d(h, weight2, padding=1)
    g = grad_output * (f > 0)
    grad_h, grad_weight2, _ = conv2d_backward(g, h, weight2, padding=1)
    grad_x, grad_weight1, _ = conv2d_backward(grad_h * (a > 0), x, weight1, padding=1)
    return grad_x + g, grad_weight1, grad_weight2
# %% wrong: the gate of the inner ReLU is forgotten
def residual_block_backward(grad_output, x, weight1, weight2):
    from cnnhelpers import mine
    conv2d, conv2d_backward = mine.conv2d, mine.conv2d_backward
    h = np.maximum(conv2d(x, weight1, padding=1), 0)
    g = grad_output * (conv2d(h, weight2, padding=1) + x > 0)
    grad_h, grad_weight2, _ = conv2d_backward(g, h, weight2, padding=1)
    grad_x, grad_weight1, _ = conv2d_backward(grad_h, x, weight1, padding=1)
    return grad_x + g, grad_weight1, grad_weight2
# %% wrong: the second convolution's backward pass is given what the inner ReLU has read, not what it gave
def residual_block_backward(grad_output, x, weight1, weight2):
    from cnnhelpers import mine
    conv2d, conv2d_backward = mine.conv2d, mine.conv2d_backward
    a = conv2d(x, weight1, padding=1)
    y = conv2d(np.maximum(a, 0), weight2, padding=1) + x
    g = grad_output * (y > 0)
    grad_a, grad_weight2, _ = conv2d_backward(g, a, weight2, padding=1)
    grad_x, grad_weight1, _ = conv2d_backward(grad_a * (a > 0), x, weight1, padding=1)
    return grad_x + g, grad_weight1, grad_weight2
# %% wrong: the two weights' gradients are returned in the order of the way back, weight2 first
def residual_block_backward(grad_output, x, weight1, weight2):
    from cnnhelpers import mine
    conv2d, conv2d_backward = mine.conv2d, mine.conv2d_backward
    a = conv2d(x, weight1, padding=1)
    h = np.maximum(a, 0)
    g = grad_output * (conv2d(h, weight2, padding=1) + x > 0)
    grad_h, grad_weight2, _ = conv2d_backward(g, h, weight2, padding=1)
    grad_x, grad_weight1, _ = conv2d_backward(grad_h * (a > 0), x, weight1, padding=1)
    return grad_x + g, grad_weight2, grad_weight1
# %% right: with relu_backward
def residual_block_backward(grad_output, x, weight1, weight2):
    from cnnhelpers import mine
    conv2d, conv2d_backward, relu_backward = mine.conv2d, mine.conv2d_backward, mine.relu_backward
    before = conv2d(x, weight1, padding=1)
    hidden = np.maximum(before, 0)
    total = conv2d(hidden, weight2, padding=1) + x
    at_sum = relu_backward(grad_output, total)
    second = conv2d_backward(at_sum, hidden, weight2, 1, 1)
    first = conv2d_backward(relu_backward(second[0], before), x, weight1, 1, 1)
    return at_sum + first[0], first[1], second[1]
