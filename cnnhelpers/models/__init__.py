"""The networks of the course, layer by layer, with their published parameter counts.

AlexNet, VGG and ResNet name their parameters as torchvision does, so its state dicts load.
"""

from cnnhelpers.models.alexnet import alexnet, alexnet_paper
from cnnhelpers.models.deep_net import deep_net
from cnnhelpers.models.digit_net import digit_net, trained_digit_net
from cnnhelpers.models.lenet import C3_TABLE, PartialConv2d, Subsampling, lenet, lenet5_1998
from cnnhelpers.models.resnet import PaddedShortcut, resnet18, resnet34, resnet50, resnet_cifar
from cnnhelpers.models.vgg import vgg11, vgg16, vgg19
from cnnhelpers.nn.receptive import influence, measured_receptive_field, receptive_field
from cnnhelpers.nn.summary import Summary, summary

__all__ = [
    "C3_TABLE",
    "PaddedShortcut",
    "PartialConv2d",
    "Subsampling",
    "Summary",
    "alexnet",
    "alexnet_paper",
    "deep_net",
    "digit_net",
    "influence",
    "lenet",
    "lenet5_1998",
    "measured_receptive_field",
    "receptive_field",
    "resnet18",
    "resnet34",
    "resnet50",
    "resnet_cifar",
    "summary",
    "trained_digit_net",
    "vgg11",
    "vgg16",
    "vgg19",
]
