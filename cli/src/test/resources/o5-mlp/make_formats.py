"""Writes the network of model.zip in the formats of other frameworks.

    python3 make_formats.py

needs numpy, h5py and torch (1.13 or newer); the files are kept beside it, so that no build needs
any of these. The weights are read from model.zip: 10 -> 64 -> 64 -> 1, swish in
between and one bias at the end, the coefficients as Deeplearning4j keeps them: kernels column by
column, big-endian.
"""

import io
import json
import zipfile

import h5py
import numpy as np
import torch

SIZES = [(10, 64), (64, 64), (64, 1)]
NAMES = ["dense", "dense_1", "dense_2"]


def weights_of_model_zip():
    with zipfile.ZipFile("model.zip") as archive:
        data = archive.read("coefficients.bin")
    count = sum(n * m for n, m in SIZES)
    flat = np.frombuffer(data[-4 * (count + 1) :], dtype=">f4").astype(np.float32)
    found, at = [], 0
    for n, m in SIZES:
        found.append(flat[at : at + n * m].reshape((n, m), order="F").copy())
        at += n * m
    return found, flat[-1:].copy()


class Network(torch.nn.Module):
    def __init__(self, weights, bias):
        super().__init__()
        self.layers = torch.nn.ModuleList(
            torch.nn.Linear(n, m, bias=m == 1) for n, m in SIZES
        )
        for layer, weight in zip(self.layers, weights):
            layer.weight.data = torch.from_numpy(weight.T.copy())
        self.layers[2].bias.data = torch.from_numpy(bias)

    def forward(self, x):
        x = torch.nn.functional.silu(self.layers[0](x))
        x = torch.nn.functional.silu(self.layers[1](x))
        return self.layers[2](x)


def keras_config():
    layers = [
        {
            "class_name": "InputLayer",
            "config": {"batch_shape": [None, 10], "dtype": "float32", "name": "x"},
        }
    ]
    for (_, units), name in zip(SIZES, NAMES):
        activation = "linear" if units == 1 else "silu"
        config = {"name": name, "units": units, "activation": activation, "use_bias": units == 1}
        layers.append({"class_name": "Dense", "config": config})
    return {"class_name": "Sequential", "config": {"name": "sequential", "layers": layers}}


def write_h5(weights, bias):
    with h5py.File("model.h5", "w") as file:
        file.attrs["backend"] = "tensorflow"
        file.attrs["keras_version"] = "3.5.0"
        file.attrs["model_config"] = json.dumps(keras_config())
        group = file.create_group("model_weights")
        group.attrs["layer_names"] = np.array([name.encode() for name in NAMES])
        for name, weight in zip(NAMES, weights):
            layer = group.create_group(name)
            path = f"sequential/{name}/kernel"
            paths = {path: weight}
            if weight.shape[1] == 1:
                paths[f"sequential/{name}/bias"] = bias
            layer.attrs["weight_names"] = np.array([path.encode() for path in paths])
            for path, values in paths.items():
                layer.create_dataset(path, data=values)


def write_keras(weights, bias):
    stored = io.BytesIO()
    with h5py.File(stored, "w") as file:
        for name, weight in zip(NAMES, weights):
            file.create_dataset(f"layers/{name}/vars/0", data=weight)
        file.create_dataset(f"layers/{NAMES[2]}/vars/1", data=bias)
    with zipfile.ZipFile("model.keras", "w") as archive:
        stamp = (1980, 1, 1, 0, 0, 0)
        for name, data in [
            ("metadata.json", json.dumps({"keras_version": "3.5.0"})),
            ("config.json", json.dumps(keras_config())),
            ("model.weights.h5", stored.getvalue()),
        ]:
            archive.writestr(zipfile.ZipInfo(name, stamp), data)


def main():
    weights, bias = weights_of_model_zip()
    network = Network(weights, bias).eval()
    example = torch.zeros(2, 10)
    torch.jit.trace(network, example).save("model.pt")
    torch.onnx.export(
        network,
        example,
        "model.onnx",
        input_names=["x"],
        output_names=["y"],
        dynamic_axes={"x": {0: "n"}, "y": {0: "n"}},
        opset_version=13,
    )
    write_h5(weights, bias)
    write_keras(weights, bias)


main()
