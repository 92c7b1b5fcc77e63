package org.liegg.engine.keras;

/** Settings of layers as Keras 2 writes them, with single quotes. */
final class Settings {
  private static final String TRAINING =
      "'kernel_initializer':{'class_name':'GlorotUniform','config':{'seed':null}},"
          + "'bias_initializer':{'class_name':'Zeros','config':{}},'kernel_regularizer':"
          + "{'class_name':'L2','config':{'l2':0.01}},'bias_regularizer':null,"
          + "'activity_regularizer':null,'kernel_constraint':null,'bias_constraint':null";

  private Settings() {}

  static String input(String shape) {
    return "'batch_input_shape':[null,%s],'sparse':false,'ragged':false".formatted(shape);
  }

  static String dense(int units, String activation) {
    return "'units':%d,'activation':'%s','use_bias':true,%s".formatted(units, activation, TRAINING);
  }

  static String conv(
      int filters,
      String kernel,
      String strides,
      String dilation,
      String padding,
      String activation) {
    return ("'filters':%d,'kernel_size':[%s],'strides':[%s],'padding':'%s','data_format':"
            + "'channels_last','dilation_rate':[%s],'groups':1,'activation':'%s','use_bias':true,%s")
        .formatted(filters, kernel, strides, padding, dilation, activation, TRAINING);
  }

  static String pool(int window, int stride, String padding) {
    return "'pool_size':[%d,%d],'padding':'%s','strides':[%d,%d],'data_format':'channels_last'"
        .formatted(window, window, padding, stride, stride);
  }

  static String batchNorm(int axis) {
    return ("'axis':[%d],'momentum':0.99,'epsilon':0.01,'center':true,'scale':true,"
            + "'beta_initializer':{'class_name':'Zeros','config':{}},'gamma_regularizer':null,"
            + "'moving_mean_initializer':{'class_name':'Zeros','config':{}}")
        .formatted(axis);
  }

  static String simpleRnn(int units, boolean sequences) {
    return ("'return_sequences':%b,'return_state':false,'go_backwards':false,'stateful':false,"
            + "'unroll':false,'time_major':false,'units':%d,'activation':'tanh','use_bias':true,"
            + "'recurrent_initializer':{'class_name':'Orthogonal','config':{'gain':1.0}},"
            + "'recurrent_regularizer':null,'recurrent_constraint':null,'dropout':0.2,"
            + "'recurrent_dropout':0.0,%s")
        .formatted(sequences, units, TRAINING);
  }

  static String lstm(int units, boolean sequences) {
    return simpleRnn(units, sequences)
        + ",'recurrent_activation':'sigmoid','unit_forget_bias':true,'implementation':2";
  }
}
