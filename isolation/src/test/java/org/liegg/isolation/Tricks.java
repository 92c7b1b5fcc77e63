package org.liegg.isolation;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.liegg.api.Jacobians;
import org.liegg.api.ModelInfo;
import org.liegg.api.Precision;
import org.liegg.api.Warning;

/** What a model that wants to do harm may have its engine do. */
final class Tricks {

  private Tricks() {}

  /** Done when the model is opened or listed. */
  static void play(String trick) {
    switch (trick) {
      case "halt" -> {
        System.err.println("a last\u001b[31m line");
        Runtime.getRuntime().halt(7);
      }
      case "exit" -> System.exit(0);
      case "memory" -> allocate();
      case "no-direct-memory" -> throw new OutOfMemoryError("Cannot reserve direct memory");
      case "sleep" -> sleep();
      case "recursion" -> recurse(0);
      case "fault" -> throw new IllegalArgumentException("first\nsecond\u001b[31m");
      case "coded" -> throw TrickEngine.refused(Precision.DOUBLE);
      case "prints" -> print();
      case "segmentation-fault" -> writeToAddressZero();
      case "abort" -> kill("ABRT");
      case "kill" -> kill("KILL");
      default -> {}
    }
  }

  /** Said of the model: the environment and the system properties, where it is asked for. */
  static List<Warning> warnings(String trick) {
    return switch (trick) {
      case "environment" ->
          TrickEngine.environment().entrySet().stream()
              .map(entry -> new Warning(entry.getKey(), entry.getValue()))
              .toList();
      case "properties" ->
          System.getProperties().stringPropertyNames().stream()
              .map(name -> new Warning(name, System.getProperty(name)))
              .toList();
      case "escapes" -> List.of(new Warning("a\u001bb", "c\nd\u202ee", Optional.of(3)));
      default -> List.of(new Warning("plain", "as it is: π ≤ 4", Optional.empty()));
    };
  }

  static ModelInfo escapes(ModelInfo info) {
    return new ModelInfo(
        new ModelInfo.Origin("a\u001b]0;title\u0007", info.sha256(), info.engine(), "1\n2"),
        info.inputSize(),
        new ModelInfo.Taken(info.outputSize(), info.output(), info.head()),
        info.precision());
  }

  /** What is made of the right answer. */
  static Jacobians jacobians(String trick, Jacobians right) {
    return switch (trick) {
      case "fewer-samples" -> right.slice(0, right.samples() - 1);
      case "more-outputs" ->
          new Jacobians(
              right.samples(),
              right.outputs() + 1,
              right.inputs(),
              new double[right.samples() * (right.outputs() + 1) * right.inputs()],
              new double[right.samples() * (right.outputs() + 1)]);
      case "not-a-number" -> {
        double[] values = right.values().clone();
        Arrays.fill(values, Double.NaN);
        yield new Jacobians(
            right.samples(), right.outputs(), right.inputs(), values, right.responses());
      }
      case "halt-later" -> {
        Runtime.getRuntime().halt(9);
        yield right;
      }
      case "sleep-later" -> {
        sleep();
        yield right;
      }
      default -> right;
    };
  }

  /** Arrays that hold each other, so that none can be forgotten. */
  private static void allocate() {
    Object[] held = new Object[0];
    while (held != null) {
      Object[] more = new Object[1 << 20];
      more[0] = held;
      held = more;
    }
  }

  private static int recurse(int depth) {
    return depth < 0 ? 0 : 1 + recurse(depth + 1);
  }

  private static void sleep() {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** More than any buffer holds, to where the worker's own streams lead. */
  private static void print() {
    byte[] garbage = new byte[1 << 20];
    Arrays.fill(garbage, (byte) 7);
    System.out.println("printed");
    try (FileOutputStream out = new FileOutputStream(FileDescriptor.out)) {
      out.write(garbage);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** As a native library does that has an error. */
  private static void writeToAddressZero() {
    try {
      Class<?> type = Class.forName("sun.misc.Unsafe");
      Field only = type.getDeclaredField("theUnsafe");
      only.setAccessible(true);
      type.getMethod("putLong", long.class, long.class).invoke(only.get(null), 0L, 0L);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void kill(String signal) {
    try {
      new ProcessBuilder("/bin/kill", "-" + signal, "" + ProcessHandle.current().pid())
          .start()
          .waitFor();
      sleep();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
