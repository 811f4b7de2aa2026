"""AlexNet and VGG: where parameters, products and memory are."""
