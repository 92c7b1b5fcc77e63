package org.liegg.engine.keras;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.bytedeco.hdf5.Group;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of Keras 1, which has other words for settings and weights. */
class Keras1Test {
  @TempDir Path directory;

  private Path write(String layers, Map<String, Map<String, Tensor>> weights) {
    Path path = directory.resolve("model.h5");
    try (Hdf5 file = new Hdf5(path)) {
      Group root = file.root();
      Hdf5.text(
          root,
          "model_config",
          "{\"class_name\":\"Sequential\",\"config\":[%s]}".formatted(layers.replace('\'', '"')));
      Hdf5.text(root, "keras_version", "1.2.2");
      weights.forEach(
          (layer, tensors) ->
              tensors.forEach(
                  (name, tensor) ->
                      Hdf5.floats(
                          Hdf5.group(root, List.of("model_weights", layer)), name, tensor, false)));
    }
    return path;
  }

  @Test
  void denseLayersAndDropout() {
    Tensor kernel = Tensor.random(new Random(1), 3, 2);
    Tensor bias = Tensor.random(new Random(2), 2);
    String dense =
        "{'class_name':'Dense','config':{'name':'dense_1','trainable':true,'batch_input_shape':"
            + "[null,3],'input_dtype':'float32','output_dim':2,'init':'glorot_uniform',"
            + "'activation':'tanh','W_regularizer':null,'b_regularizer':null,'W_constraint':null,"
            + "'activity_regularizer':null,'b_constraint':null,'bias':true,'input_dim':3}}";
    String dropout =
        "{'class_name':'Dropout','config':{'name':'dropout_1','trainable':true,'p':0.5}}";
    Imports.check(
        write(
            dense + "," + dropout,
            Map.of("dense_1", Map.of("dense_1_W:0", kernel, "dense_1_b:0", bias))),
        new int[] {3},
        x -> Reference.dense(x, kernel, bias).map(Math::tanh));
  }

  @Test
  void gatesThatLieApart() {
    Random random = new Random(3);
    Map<String, Tensor> weights = new LinkedHashMap<>();
    Tensor kernel = Tensor.zeros(3, 8);
    Tensor recurrent = Tensor.zeros(2, 8);
    Tensor bias = Tensor.zeros(8);
    // The order in which Keras 1 makes them; Keras 2 has i, f, c, o.
    for (String gate : List.of("i", "c", "f", "o")) {
      int block = 2 * "ifco".indexOf(gate);
      Tensor w = Tensor.random(random, 3, 2);
      Tensor u = Tensor.random(random, 2, 2);
      Tensor b = Tensor.random(random, 2);
      for (int i = 0; i < 6; i++) {
        kernel.add(w.values()[i], i / 2, block + i % 2);
      }
      for (int i = 0; i < 4; i++) {
        recurrent.add(u.values()[i], i / 2, block + i % 2);
      }
      for (int i = 0; i < 2; i++) {
        bias.add(b.values()[i], block + i);
      }
      weights.put("lstm_1_W_%s:0".formatted(gate), w);
      weights.put("lstm_1_U_%s:0".formatted(gate), u);
      weights.put("lstm_1_b_%s:0".formatted(gate), b);
    }
    String lstm =
        "{'class_name':'LSTM','config':{'name':'lstm_1','trainable':true,'batch_input_shape':"
            + "[null,4,3],'input_dtype':'float32','return_sequences':true,'go_backwards':false,"
            + "'stateful':false,'unroll':false,'consume_less':'cpu','input_dim':3,"
            + "'input_length':4,'output_dim':2,'init':'glorot_uniform','inner_init':'orthogonal',"
            + "'forget_bias_init':'one','activation':'tanh','inner_activation':'sigmoid',"
            + "'W_regularizer':null,'U_regularizer':null,'b_regularizer':null,'dropout_W':0.0,"
            + "'dropout_U':0.0}}";
    Imports.check(
        write(lstm, Map.of("lstm_1", weights)),
        new int[] {4, 3},
        x -> Reference.lstm(x, kernel, recurrent, bias));
  }
}
