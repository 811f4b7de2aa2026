"""Explorers: pictures with sliders. Each shows itself as the value of a cell.

They are loaded when first asked for; the sliders need ipywidgets and anywidget.
"""

from __future__ import annotations

from importlib import import_module

_HOMES = {
    "ActivationExplorer": "activation",
    "AlexNetSizesExplorer": "alexnet_sizes",
    "AlgorithmExplorer": "algorithms",
    "BackwardExplorer": "backward",
    "BatchMatesExplorer": "batch_mates",
    "BlockExplorer": "block",
    "BottleneckExplorer": "bottleneck",
    "BudgetBench": "bench",
    "ChainExplorer": "chain",
    "Choice": "kit.controls",
    "ClipExplorer": "clip",
    "ConnectionExplorer": "connections",
    "ConvExplorer": "convolution",
    "DeeperExplorer": "deeper",
    "DepthExplorer": "depth",
    "DigitExplorer": "digit",
    "DrawDigitExplorer": "drawn",
    "Explorer": "kit.explorer",
    "FaultExplorer": "faults",
    "FeatureMapExplorer": "feature_maps",
    "Goal": "kit.goals",
    "Im2colExplorer": "columns",
    "JointKernelExplorer": "joint",
    "LearnKernelExplorer": "learning",
    "LiveTraining": "live",
    "LuckExplorer": "luck",
    "NormAxesExplorer": "normaliser",
    "NormaliserExplorer": "normaliser",
    "OcclusionExplorer": "occlusion",
    "OutputSizeExplorer": "sizes",
    "Pad": "kit.controls",
    "PhotographExplorer": "photograph",
    "PoolExplorer": "pooling",
    "PoolRouterExplorer": "routing",
    "ReceptiveFieldExplorer": "receptive",
    "RingExplorer": "ring",
    "SignalExplorer": "signal",
    "Slider": "kit.controls",
    "StackExplorer": "stack",
    "StepSizeExplorer": "steps",
    "TrainingPlayer": "training",
    "VolumeExplorer": "volume",
    "WhereExplorer": "where",
    "WinogradExplorer": "winograd",
    "WorkersExplorer": "workers",
}

__all__ = list(_HOMES)  # noqa: PLE0604


def __getattr__(name: str):
    if name in _HOMES:
        return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted([*globals(), *_HOMES])
