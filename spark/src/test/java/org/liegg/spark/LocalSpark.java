package org.liegg.spark;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.liegg.api.Batch;
import org.liegg.api.BatchStream;
import org.liegg.data.Datasets;

/** One Spark for all tests, of two threads that try a task four times; and samples for it. */
final class LocalSpark {
  private static final Logger OF_SPARK = Logger.getLogger("org.apache");

  static {
    OF_SPARK.setLevel(Level.OFF);
  }

  static final SparkSession SESSION =
      SparkSession.builder()
          .master("local[2,4]")
          .appName("liegg tests")
          .config("spark.ui.enabled", "false")
          .config("spark.driver.host", "localhost")
          .config("spark.driver.bindAddress", "127.0.0.1")
          // The codec by default is native code that this build does without.
          .config("spark.io.compression.codec", "zstd")
          .config("spark.sql.shuffle.partitions", "2")
          .getOrCreate();

  /** A net that has learned the three rotations of a sphere. */
  static final Path MODEL = resource("sphere-steep.h5");

  static final Path DATA = resource("sphere-steep.npy");

  /** A net of ten inputs that has learned to rotate five of them and the other five alike. */
  static final Path WIDE_MODEL = resource("o5-mlp/model.h5");

  /** The same as a folder of TensorFlow's. */
  static final Path SAVED_MODEL = resource("o5-mlp/saved_model");

  private LocalSpark() {}

  static JavaSparkContext context() {
    return JavaSparkContext.fromSparkContext(SESSION.sparkContext());
  }

  private static Path resource(String name) {
    try {
      return Path.of(LocalSpark.class.getResource("/" + name).toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The first samples of the file. */
  static Batch samples(int count) {
    try (BatchStream batches = Datasets.open(DATA).batches(count)) {
      return batches.next().orElseThrow();
    }
  }

  /** Samples as rows of columns x0, x1, …, in partitions of these sizes. */
  static Dataset<Row> rows(Batch samples, int... sizes) {
    StructType schema = new StructType();
    for (int i = 0; i < samples.columns(); i++) {
      schema = schema.add("x" + i, DataTypes.DoubleType);
    }
    List<List<Row>> partitions = new ArrayList<>();
    int row = 0;
    for (int size : sizes) {
      List<Row> partition = new ArrayList<>();
      for (int end = row + size; row < end; row++) {
        Object[] values = new Object[samples.columns()];
        for (int i = 0; i < values.length; i++) {
          values[i] = samples.get(row, i);
        }
        partition.add(RowFactory.create(values));
      }
      partitions.add(partition);
    }
    JavaRDD<Row> rows =
        context().parallelize(partitions, partitions.size()).flatMap(List::iterator);
    return SESSION.createDataFrame(rows, schema);
  }
}
