"""Makes the models of the tests beside this file (mlp.onnx is the network of mlp-traced.pt), and expected.txt: samples, outputs and Jacobians by PyTorch.

    python3 make_models.py        with PyTorch 1.13 or newer

Jacobians are computed in double precision. A block of expected.txt is: name, output, shape of a sample, then lines x, y, j.
"""
import copy
import os
import warnings

import torch
from torch import nn

warnings.filterwarnings("ignore")
HERE = os.path.dirname(os.path.abspath(__file__))
BLOCKS = []


class Lstm(nn.Module):
    def __init__(self):
        super().__init__()
        self.lstm = nn.LSTM(2, 3, batch_first=True)
        self.last = nn.Linear(3, 2)

    def forward(self, x):
        states, _ = self.lstm(x)
        return self.last(states[:, -1])


class Attention(nn.Module):
    def __init__(self):
        super().__init__()
        self.attention = nn.MultiheadAttention(4, 2, batch_first=True)
        self.last = nn.Linear(4, 2)

    def forward(self, x):
        seen, _ = self.attention(x, x, x, need_weights=False)
        return self.last(torch.relu(seen).mean(1))


class Two(nn.Module):
    def __init__(self):
        super().__init__()
        self.first = nn.Linear(3, 2)
        self.second = nn.Linear(3, 4)

    def forward(self, x):
        return torch.tanh(self.first(x)), torch.sin(self.second(x))


class Named(nn.Module):
    def __init__(self):
        super().__init__()
        self.left = nn.Linear(2, 2)
        self.right = nn.Linear(3, 2)

    def forward(self, a, b):
        both = torch.tanh(self.left(a)) * self.right(b)
        return {"sum": both.sum(1), "both": both, "count": torch.argmax(both, 1)}


class Norm(nn.Module):
    def forward(self, x):
        r = torch.sqrt((x * x).sum(-1, keepdim=True))
        return torch.cat([torch.exp(-r), torch.sin(r)], -1)


class Counting(nn.Module):
    """Draws a number each time, also in evaluation mode."""

    def forward(self, x):
        return x.sum(1, keepdim=True) + torch.rand(1)


class Mixing(nn.Module):
    def forward(self, x):
        return x - x.mean(0, keepdim=True)


class Saving(nn.Module):
    def forward(self, x):
        torch.save(x, "/tmp/liegg-saved")
        return x


class Printing(nn.Module):
    def forward(self, x):
        print("seen")
        return x


class Detached(nn.Module):
    def forward(self, x):
        return torch.exp(x.detach()) + x


def mlp():
    return nn.Sequential(nn.Linear(3, 5), nn.Tanh(), nn.Linear(5, 2))


def cnn():
    model = nn.Sequential(
        nn.Conv2d(1, 2, 3), nn.BatchNorm2d(2), nn.Tanh(), nn.Dropout(), nn.Flatten(), nn.Linear(8, 2)
    )
    model[1].running_mean.uniform_(-1, 1)
    model[1].running_var.uniform_(0.5, 2)
    return model


def put(name, module):
    torch.jit.save(module, os.path.join(HERE, name))


def expect(name, module, shape, output=None, label="output"):
    exact = copy.deepcopy(module).double().eval()
    x = torch.randn(3, *shape, dtype=torch.float64)

    def f(row):
        y = exact(row[None])
        return (y if output is None else y[output])[0].reshape(-1)

    y = torch.stack([f(row) for row in x])
    j = torch.stack([torch.autograd.functional.jacobian(f, row).reshape(y.shape[1], -1) for row in x])
    BLOCKS.append(f"{name} {label} {'x'.join(map(str, shape))}")
    BLOCKS.extend(" ".join(repr(v) for v in t.flatten().tolist()) for t in (x, y.detach(), j))


def both(name, module, shape):
    put(name + "-scripted.pt", torch.jit.script(module.eval()))
    put(name + "-traced.pt", torch.jit.trace(module, torch.randn(2, *shape)))
    expect(name + "-scripted.pt", module, shape)
    expect(name + "-traced.pt", module, shape)


def main():
    torch.manual_seed(20221128)
    network = mlp()
    both("mlp", network, (3,))
    both("cnn", cnn(), (1, 4, 4))
    both("lstm", Lstm(), (3, 2))
    attention = Attention()
    put("attention.pt", torch.jit.trace(attention, torch.randn(2, 3, 4), check_trace=False))
    expect("attention.pt", attention, (3, 4))
    two = Two()
    put("two.pt", torch.jit.script(two))
    expect("two.pt", two, (3,), 0, "output0")
    expect("two.pt", two, (3,), 1, "output1")
    put("double.pt", torch.jit.script(mlp().double()))
    put("norm.pt", torch.jit.script(Norm()))
    expect("norm.pt", Norm(), (3,))
    put("named.pt", torch.jit.trace(Named(), (torch.randn(2, 2), torch.randn(2, 3)), strict=False))
    training = cnn().train()
    put("cnn-scripted-training.pt", torch.jit.script(training))
    expect("cnn-scripted-training.pt", training, (1, 4, 4))
    put("cnn-traced-training.pt", torch.jit.trace(training, torch.randn(2, 1, 4, 4), check_trace=False))
    put("random.pt", torch.jit.script(Counting()))
    put("mixing.pt", torch.jit.script(Mixing()))
    put("saving.pt", torch.jit.script(Saving()))
    put("printing.pt", torch.jit.script(Printing()))
    put("detached.pt", torch.jit.script(Detached()))
    torch.onnx.export(
        network, torch.randn(2, 3), os.path.join(HERE, "mlp.onnx"), opset_version=13,
        input_names=["x"], output_names=["y"], dynamic_axes={"x": {0: "n"}, "y": {0: "n"}},
    )
    torch.save(mlp().state_dict(), os.path.join(HERE, "weights.pt"))
    with open(os.path.join(HERE, "expected.txt"), "w") as file:
        file.write("\n".join(BLOCKS) + "\n")


main()
