package org.liegg.engine.keras;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Recurrent layers over series of images, against plain loops. */
class ConvolutionCellsTest {
  private static final int STEPS = 3;
  private static final int SIDE = 4;
  private static final int CHANNELS = 2;
  private static final int FILTERS = 2;

  @TempDir Path directory;

  private static String settings(int stride, String padding, boolean sequences, String format) {
    return ("'filters':2,'kernel_size':[2,3],'strides':[%d,%d],'padding':'%s','data_format':'%s',"
            + "'dilation_rate':[1,1],'activation':'tanh','recurrent_activation':'sigmoid',"
            + "'use_bias':true,'unit_forget_bias':true,'return_sequences':%b,'return_state':false,"
            + "'go_backwards':false,'stateful':false,'dropout':0.1,'recurrent_dropout':0.0,"
            + "'unroll':false,'time_major':false")
        .formatted(stride, stride, padding, format, sequences);
  }

  private static KerasFiles files(String shape, String settings) {
    return KerasFiles.chain(shape)
        .layer("ConvLSTM2D", "rnn", settings)
        .weight("kernel", 2, 3, CHANNELS, 4 * FILTERS)
        .weight("recurrent_kernel", 2, 3, FILTERS, 4 * FILTERS)
        .weight("bias", 4 * FILTERS);
  }

  @ParameterizedTest
  @CsvSource({"1,valid,true", "1,same,false", "2,same,true", "2,valid,false"})
  void images(int stride, String padding, boolean sequences) {
    KerasFiles files = files("3,4,4,2", settings(stride, padding, sequences, "channels_last"));
    Imports.check(
        directory,
        files,
        x -> {
          Tensor all = states(files, x, stride, padding.equals("same"));
          return sequences ? all : at(all, STEPS - 1);
        });
  }

  @Test
  void channelsFirst() {
    KerasFiles files = files("3,2,4,4", settings(1, "valid", false, "channels_first"));
    Imports.check(
        directory,
        files,
        x -> {
          Tensor last = Tensor.zeros(STEPS, SIDE, SIDE, CHANNELS);
          for (int i = 0; i < last.values().length; i++) {
            int c = i % CHANNELS;
            int w = i / CHANNELS % SIDE;
            int h = i / CHANNELS / SIDE % SIDE;
            int t = i / CHANNELS / SIDE / SIDE;
            last.values()[i] = x.get(t, c, h, w);
          }
          Tensor state = at(states(files, last, 1, false), STEPS - 1);
          Tensor y = Tensor.zeros(FILTERS, state.shape()[0], state.shape()[1]);
          for (int i = 0; i < y.values().length; i++) {
            int w = i % y.shape()[2];
            int h = i / y.shape()[2] % y.shape()[1];
            y.values()[i] = state.get(h, w, i / y.shape()[2] / y.shape()[1]);
          }
          return y;
        });
  }

  /** A series of one row each is one of images that are one high. */
  @Test
  void rows() {
    String settings =
        settings(1, "same", true, "channels_last").replace("[2,3]", "[3]").replace("[1,1]", "[1]");
    KerasFiles files =
        KerasFiles.chain("3,4,2")
            .layer("ConvLSTM1D", "rnn", settings)
            .weight("kernel", 3, CHANNELS, 4 * FILTERS)
            .weight("recurrent_kernel", 3, FILTERS, 4 * FILTERS)
            .weight("bias", 4 * FILTERS);
    Imports.check(
        directory,
        files,
        x ->
            states(
                    x.reshape(STEPS, 1, SIDE, CHANNELS),
                    files.get("rnn", "kernel").reshape(1, 3, CHANNELS, 4 * FILTERS),
                    files.get("rnn", "recurrent_kernel").reshape(1, 3, FILTERS, 4 * FILTERS),
                    files.get("rnn", "bias"),
                    1,
                    true)
                .reshape(STEPS, SIDE, FILTERS));
  }

  private static Tensor states(KerasFiles files, Tensor x, int stride, boolean same) {
    return states(
        x,
        files.get("rnn", "kernel"),
        files.get("rnn", "recurrent_kernel"),
        files.get("rnn", "bias"),
        stride,
        same);
  }

  /** i, f, g, o = gates of conv(x) + conv(h); c = f c + i g; h = o tanh(c). */
  private static Tensor states(
      Tensor x, Tensor kernel, Tensor recurrent, Tensor bias, int stride, boolean same) {
    Tensor first = Reference.conv(at(x, 0), kernel, bias, stride, 1, same);
    int[] shape = {first.shape()[0], first.shape()[1], FILTERS};
    Tensor h = Tensor.zeros(shape);
    Tensor c = Tensor.zeros(shape);
    Tensor all = Tensor.zeros(x.shape()[0], shape[0], shape[1], FILTERS);
    for (int t = 0; t < x.shape()[0]; t++) {
      Tensor a = Reference.conv(at(x, t), kernel, bias, stride, 1, same);
      Tensor b = Reference.conv(h, recurrent, Tensor.zeros(4 * FILTERS), 1, 1, true);
      Tensor next = Tensor.zeros(shape);
      for (int p = 0; p < c.values().length; p++) {
        int at = p / FILTERS * 4 * FILTERS + p % FILTERS;
        double[] z = new double[4];
        for (int gate = 0; gate < 4; gate++) {
          z[gate] = a.values()[at + gate * FILTERS] + b.values()[at + gate * FILTERS];
        }
        c.values()[p] = sigmoid(z[1]) * c.values()[p] + sigmoid(z[0]) * Math.tanh(z[2]);
        next.values()[p] = sigmoid(z[3]) * Math.tanh(c.values()[p]);
      }
      h = next;
      System.arraycopy(h.values(), 0, all.values(), t * h.values().length, h.values().length);
    }
    return all;
  }

  private static double sigmoid(double x) {
    return Reference.SIGMOID.applyAsDouble(x);
  }

  /** One step of a series. */
  private static Tensor at(Tensor series, int t) {
    int[] shape = List.of(1, 2, 3).stream().mapToInt(axis -> series.shape()[axis]).toArray();
    Tensor step = Tensor.zeros(shape);
    int size = step.values().length;
    System.arraycopy(series.values(), t * size, step.values(), 0, size);
    return step;
  }
}
