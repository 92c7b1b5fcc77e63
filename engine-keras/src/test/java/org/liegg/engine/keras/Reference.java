package org.liegg.engine.keras;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/** What Keras computes, for one sample, in plain loops: layouts are Keras's, channels last. */
final class Reference {
  static final DoubleUnaryOperator RELU = x -> Math.max(x, 0);
  static final DoubleUnaryOperator SIGMOID = x -> 1 / (1 + Math.exp(-x));
  static final DoubleUnaryOperator LINEAR = x -> x;

  private Reference() {}

  /** The sum of {@code term(i)} over i below {@code count}. */
  static double sum(int count, IntToDoubleFunction term) {
    return IntStream.range(0, count).mapToDouble(term).sum();
  }

  static Tensor dense(Tensor x, KerasFiles files, String layer) {
    return dense(x, files.get(layer, "kernel"), files.get(layer, "bias"));
  }

  static Tensor dense(Tensor x, Tensor kernel, Tensor bias) {
    Tensor y = Tensor.zeros(kernel.shape()[1]);
    for (int o = 0; o < kernel.shape()[1]; o++) {
      y.add(bias.get(o), o);
      for (int i = 0; i < kernel.shape()[0]; i++) {
        y.add(x.get(i) * kernel.get(i, o), o);
      }
    }
    return y;
  }

  static Tensor softmax(Tensor x) {
    double sum = Arrays.stream(x.values()).map(Math::exp).sum();
    return x.map(value -> Math.exp(value) / sum);
  }

  /** How many zeros TensorFlow puts before an axis for 'same': the smaller half of what lacks. */
  private static int before(int length, int window, int stride) {
    int out = (length + stride - 1) / stride;
    return Math.max((out - 1) * stride + window - length, 0) / 2;
  }

  private static int windows(int length, int window, int stride, boolean same) {
    return same ? (length + stride - 1) / stride : (length - window) / stride + 1;
  }

  /** Zeros, one for every place of the window and every channel. */
  private static Tensor windows(
      Tensor x, int height, int width, int stride, boolean same, int channels) {
    return Tensor.zeros(
        windows(x.shape()[0], height, stride, same),
        windows(x.shape()[1], width, stride, same),
        channels);
  }

  static Tensor conv(
      Tensor x, KerasFiles files, String layer, int stride, int dilation, boolean same) {
    return conv(x, files.get(layer, "kernel"), files.get(layer, "bias"), stride, dilation, same);
  }

  static Tensor conv(Tensor x, Tensor kernel, Tensor bias, int stride, int dilation, boolean same) {
    int[] k = kernel.shape();
    int spreadH = (k[0] - 1) * dilation + 1;
    int spreadW = (k[1] - 1) * dilation + 1;
    int top = same ? before(x.shape()[0], spreadH, stride) : 0;
    int left = same ? before(x.shape()[1], spreadW, stride) : 0;
    Tensor y = windows(x, spreadH, spreadW, stride, same, k[3]);
    for (int h = 0; h < y.shape()[0]; h++) {
      for (int w = 0; w < y.shape()[1]; w++) {
        for (int o = 0; o < k[3]; o++) {
          y.add(bias.get(o), h, w, o);
          for (int a = 0; a < k[0]; a++) {
            for (int b = 0; b < k[1]; b++) {
              int i = h * stride + a * dilation - top;
              int j = w * stride + b * dilation - left;
              if (i >= 0 && i < x.shape()[0] && j >= 0 && j < x.shape()[1]) {
                for (int c = 0; c < k[2]; c++) {
                  y.add(x.get(i, j, c) * kernel.get(a, b, c, o), h, w, o);
                }
              }
            }
          }
        }
      }
    }
    return y;
  }

  /** Pooling whose averages count the pixels inside of the image alone. */
  static Tensor pool(Tensor x, int window, int stride, boolean same, boolean average) {
    int top = same ? before(x.shape()[0], window, stride) : 0;
    int left = same ? before(x.shape()[1], window, stride) : 0;
    Tensor y = windows(x, window, window, stride, same, x.shape()[2]);
    for (int h = 0; h < y.shape()[0]; h++) {
      for (int w = 0; w < y.shape()[1]; w++) {
        for (int c = 0; c < y.shape()[2]; c++) {
          double sum = 0;
          double largest = Double.NEGATIVE_INFINITY;
          int count = 0;
          for (int i = h * stride - top; i < h * stride - top + window; i++) {
            for (int j = w * stride - left; j < w * stride - left + window; j++) {
              if (i >= 0 && i < x.shape()[0] && j >= 0 && j < x.shape()[1]) {
                sum += x.get(i, j, c);
                largest = Math.max(largest, x.get(i, j, c));
                count++;
              }
            }
          }
          y.add(average ? sum / count : largest, h, w, c);
        }
      }
    }
    return y;
  }

  static Tensor batchNorm(
      Tensor x, Tensor gamma, Tensor beta, Tensor mean, Tensor variance, double epsilon) {
    int features = gamma.shape()[0];
    double[] y = x.values().clone();
    for (int i = 0; i < y.length; i++) {
      int c = i % features;
      y[i] =
          gamma.get(c) * (y[i] - mean.get(c)) / Math.sqrt(variance.get(c) + epsilon) + beta.get(c);
    }
    return new Tensor(x.shape(), y);
  }

  static Tensor lstm(Tensor x, KerasFiles files, String layer, String cell) {
    return lstm(
        x,
        files.get(layer, cell + "kernel"),
        files.get(layer, cell + "recurrent_kernel"),
        files.get(layer, cell + "bias"));
  }

  /** All states of an LSTM, T × units; Keras's gates are i, f, c, o. */
  static Tensor lstm(Tensor x, Tensor kernel, Tensor recurrent, Tensor bias) {
    int units = recurrent.shape()[0];
    Tensor states = Tensor.zeros(x.shape()[0], units);
    Tensor h = Tensor.zeros(units);
    double[] c = new double[units];
    for (int t = 0; t < x.shape()[0]; t++) {
      Tensor z = dense(step(x, t), kernel, bias);
      Tensor r = dense(h, recurrent, Tensor.zeros(4 * units));
      h = Tensor.zeros(units);
      for (int u = 0; u < units; u++) {
        double i = SIGMOID.applyAsDouble(z.get(u) + r.get(u));
        double f = SIGMOID.applyAsDouble(z.get(units + u) + r.get(units + u));
        double g = Math.tanh(z.get(2 * units + u) + r.get(2 * units + u));
        double o = SIGMOID.applyAsDouble(z.get(3 * units + u) + r.get(3 * units + u));
        c[u] = f * c[u] + i * g;
        h.add(o * Math.tanh(c[u]), u);
        states.add(h.get(u), t, u);
      }
    }
    return states;
  }

  /** All states of a simple recurrent layer, T × units. */
  static Tensor simpleRnn(Tensor x, KerasFiles files, String layer, String cell) {
    Tensor kernel = files.get(layer, cell + "kernel");
    Tensor recurrent = files.get(layer, cell + "recurrent_kernel");
    Tensor bias = files.get(layer, cell + "bias");
    int units = recurrent.shape()[0];
    Tensor states = Tensor.zeros(x.shape()[0], units);
    Tensor h = Tensor.zeros(units);
    for (int t = 0; t < x.shape()[0]; t++) {
      Tensor z = dense(step(x, t), kernel, bias);
      Tensor r = dense(h, recurrent, Tensor.zeros(units));
      h = Tensor.zeros(units);
      for (int u = 0; u < units; u++) {
        h.add(Math.tanh(z.get(u) + r.get(u)), u);
        states.add(h.get(u), t, u);
      }
    }
    return states;
  }

  static Tensor step(Tensor series, int t) {
    int width = series.shape()[1];
    return new Tensor(
        new int[] {width}, Arrays.copyOfRange(series.values(), t * width, (t + 1) * width));
  }

  /** Along the last axis. */
  static Tensor concatenate(Tensor a, Tensor b) {
    int last = a.shape().length - 1;
    int m = a.shape()[last];
    int n = b.shape()[last];
    int[] shape = a.shape().clone();
    shape[last] = m + n;
    Tensor y = Tensor.zeros(shape);
    for (int row = 0; row < y.values().length / (m + n); row++) {
      System.arraycopy(a.values(), row * m, y.values(), row * (m + n), m);
      System.arraycopy(b.values(), row * n, y.values(), row * (m + n) + m, n);
    }
    return y;
  }

  /** Of each channel. */
  static Tensor mean(Tensor x) {
    int channels = x.shape()[x.shape().length - 1];
    Tensor y = Tensor.zeros(channels);
    for (int i = 0; i < x.values().length; i++) {
      y.add(x.values()[i] * channels / x.values().length, i % channels);
    }
    return y;
  }

  /** Of each channel. */
  static Tensor largest(Tensor x) {
    int channels = x.shape()[x.shape().length - 1];
    Tensor y = Tensor.zeros(channels).map(zero -> Double.NEGATIVE_INFINITY);
    for (int i = 0; i < x.values().length; i++) {
      y.values()[i % channels] = Math.max(y.values()[i % channels], x.values()[i]);
    }
    return y;
  }
}
