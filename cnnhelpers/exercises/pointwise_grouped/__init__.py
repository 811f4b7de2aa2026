"""1×1, grouped, depthwise and transposed convolution."""
