# %% wrong: the gate of the last ReLU looks at F(x), before x is added
from cnnhelpers.functional import conv2d, conv2d_backward, relu
def residual_block_backward(grad_output, x, weight1, weight2):
    first = conv2d(x, weight1, padding=1)
    hidden = relu(first)
    second = conv2d(hidden, weight2, padding=1)
    grad = grad_output * (second > 0)
    grad_hidden, grad_weight2, _ = conv2d_backward(grad, hidden, weight2, padding=1)
    grad_x, grad_weight1, _ = conv2d_backward(grad_hidden * (first > 0), x, weight1, padding=1)
    return grad_x + grad, grad_weight1, grad_weight2
# %% wrong: along the shortcut goes grad_output itself, without the gate of the last ReLU
from cnnhelpers.functional import conv2d, conv2d_backward, relu
def residual_block_backward(grad_output, x, weight1, weight2):
    first = conv2d(x, weight1, padding=1)
    hidden = relu(first)
    total = conv2d(hidden, weight2, padding=1) + x
    grad = grad_output * (total > 0)
    grad_hidden, grad_weight2, _ = conv2d_backward(grad, hidden, weight2, padding=1)
    grad_x, grad_weight1, _ = conv2d_backward(grad_hidden * (first > 0), x, weight1, padding=1)
    return grad_x + grad_output, grad_weight1, grad_weight2
# %% wrong: the gradient of weight2 is taken with the numbers before the inner ReLU
from cnnhelpers.functional import conv2d, conv2d_backward, relu
def residual_block_backward(grad_output, x, weight1, weight2):
    first = conv2d(x, weight1, padding=1)
    total = conv2d(relu(first), weight2, padding=1) + x
    grad = grad_output * (total > 0)
    grad_hidden, grad_weight2, _ = conv2d_backward(grad, first, weight2, padding=1)
    grad_x, grad_weight1, _ = conv2d_backward(grad_hidden * (first > 0), x, weight1, padding=1)
    return grad_x + grad, grad_weight1, grad_weight2
