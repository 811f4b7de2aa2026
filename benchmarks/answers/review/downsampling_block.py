# %% wrong: the ReLU between the two convolutions of F is forgotten
from cnnhelpers.functional import conv2d, relu
def downsampling_block(x, weight1, weight2, projection, stride=2):
    y = conv2d(x, weight1, stride=stride, padding=1)
    y = conv2d(y, weight2, padding=1)
    return relu(y + conv2d(x, projection, stride=stride))
# %% wrong: the stride stands at the second 3×3 convolution of F, not at the first
from cnnhelpers.functional import conv2d, relu
def downsampling_block(x, weight1, weight2, projection, stride=2):
    y = relu(conv2d(x, weight1, padding=1))
    y = conv2d(y, weight2, stride=stride, padding=1)
    return relu(y + conv2d(x, projection, stride=stride))
# %% wrong: the projection always has stride 2, whatever `stride` is (ValueError, shapes do not fit)
from cnnhelpers.functional import conv2d, relu
def downsampling_block(x, weight1, weight2, projection, stride=2):
    y = relu(conv2d(x, weight1, stride=stride, padding=1))
    y = conv2d(y, weight2, padding=1)
    shortcut = conv2d(x, projection, stride=2)
    return relu(y + shortcut)
