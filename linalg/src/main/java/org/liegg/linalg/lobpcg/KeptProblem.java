package org.liegg.linalg.lobpcg;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;
import org.liegg.api.NumericalException;
import org.liegg.api.spi.IterationWatch;

/**
 * What is kept of one problem: its size, the estimate of ‖A‖, and either the solution or the course
 * of the iteration with the search space. All of it is exact, so that the iteration goes on as if
 * it had never ended. The norm is estimated anew by whoever goes on, from the same vector: another
 * operator has another one.
 */
final class KeptProblem {
  /** Beyond rounding, and far below what other samples change. */
  private static final double SAME = 1e-9;

  private static final int CHUNK = 1 << 12;

  private final IterationWatch watch;
  private final String name;
  private final String owner;
  private final int order;

  /**
   * @param name of the problem
   * @param owner what is solved, for messages
   * @param order length of a vector
   */
  KeptProblem(IterationWatch watch, String name, String owner, int order) {
    this.watch = watch;
    this.name = name;
    this.owner = owner;
    this.order = order;
  }

  /**
   * What a run before this one left.
   *
   * @param norm of the operator as it was then
   * @param direct whether residuals were turned into directions by a matrix
   * @param solution the solution, where the problem was solved
   * @param rest where the iteration stands, otherwise
   */
  record Left(double norm, boolean direct, Optional<BlockSolver.Solved> solution, DataInput rest) {}

  /**
   * What an earlier run left of this problem.
   *
   * @param norm of the operator as it is now
   */
  Optional<Left> left(double norm) {
    Optional<DataInput> kept = watch.kept(name);
    if (kept.isEmpty()) {
      return Optional.empty();
    }
    DataInput in = kept.get();
    return Optional.of(
        reading(
            () -> {
              boolean solved = in.readBoolean();
              int width = in.readInt();
              double before = in.readDouble();
              if (width != order || !(Math.abs(before - norm) <= SAME * norm)) {
                throw other(width, before, norm);
              }
              boolean direct = in.readBoolean();
              Optional<BlockSolver.Solved> solution =
                  solved ? Optional.of(solution(in)) : Optional.empty();
              return new Left(before, direct, solution, in);
            }));
  }

  private BlockSolver.Solved solution(DataInput in) throws IOException {
    double[] values = readDoubles(in, order);
    double[] vectors = readDoubles(in, (double) values.length * order);
    require(vectors.length == values.length * order);
    return new BlockSolver.Solved(values, vectors, in.readInt(), in.readDouble());
  }

  /** Fills an empty search space, and says where the iteration stands. */
  Course resume(Left left, SearchSpace space, GaussianVectors random) {
    DataInput in = left.rest();
    return reading(
        () -> {
          long drawn = in.readLong();
          int iteration = in.readInt();
          int settled = in.readInt();
          require(drawn >= 0 && iteration >= 0 && settled >= 0);
          space.read(in, this);
          int beforeSize = in.readInt();
          require(beforeSize > 0 && beforeSize <= Math.max(1, space.size()));
          double[] before = readDoubles(in, (double) space.size() * beforeSize);
          require(before.length % beforeSize == 0);
          random.drawUpTo(drawn);
          return new Course(iteration, settled, before, beforeSize);
        });
  }

  /** Keeps where the iteration stands, if that is wanted. */
  void keep(double norm, boolean direct, Course course, SearchSpace space, GaussianVectors random) {
    if (watch.wantsState()) {
      watch.keep(
          name,
          false,
          out -> {
            writeHead(out, false, norm, direct);
            out.writeLong(random.drawn());
            out.writeInt(course.iteration());
            out.writeInt(course.settled());
            space.write(out);
            out.writeInt(course.beforeSize());
            writeDoubles(out, course.before());
          });
    }
  }

  /** Keeps the solution. */
  BlockSolver.Solved solved(double norm, boolean direct, BlockSolver.Solved solution) {
    watch.keep(
        name,
        true,
        out -> {
          writeHead(out, true, norm, direct);
          writeDoubles(out, solution.values());
          writeDoubles(out, solution.vectors());
          out.writeInt(solution.iterations());
          out.writeDouble(solution.residual());
        });
    return solution;
  }

  private void writeHead(DataOutput out, boolean solved, double norm, boolean direct)
      throws IOException {
    out.writeBoolean(solved);
    out.writeInt(order);
    out.writeDouble(norm);
    out.writeBoolean(direct);
  }

  static void writeDoubles(DataOutput out, double[] values) throws IOException {
    out.writeInt(values.length);
    ByteBuffer buffer = ByteBuffer.allocate(CHUNK * Double.BYTES);
    for (int from = 0; from < values.length; from += CHUNK) {
      int count = Math.min(CHUNK, values.length - from);
      buffer.asDoubleBuffer().put(values, from, count);
      out.write(buffer.array(), 0, count * Double.BYTES);
    }
  }

  /**
   * Reads what {@link #writeDoubles} wrote.
   *
   * @param most more than so many are none that were written here
   */
  double[] readDoubles(DataInput in, double most) throws IOException {
    int length = in.readInt();
    require(length >= 0 && length <= most);
    double[] values = new double[length];
    byte[] bytes = new byte[Math.min(length, CHUNK) * Double.BYTES];
    for (int from = 0; from < length; from += CHUNK) {
      int count = Math.min(CHUNK, length - from);
      in.readFully(bytes, 0, count * Double.BYTES);
      ByteBuffer.wrap(bytes).asDoubleBuffer().get(values, from, count);
    }
    return values;
  }

  /**
   * Refuses what contradicts itself.
   *
   * @throws NumericalException {@code LIEGG-CHECKPOINT-CORRUPT} unless {@code consistent}
   */
  void require(boolean consistent) {
    if (!consistent) {
      throw new NumericalException(
          "LIEGG-CHECKPOINT-CORRUPT",
          "checkpoint of the " + owner,
          "its parts do not fit together",
          "delete it and start over, without --resume");
    }
  }

  private interface Reading<T> {
    T read() throws IOException;
  }

  private <T> T reading(Reading<T> what) {
    try {
      return what.read();
    } catch (IOException e) {
      throw new NumericalException(
          "LIEGG-CHECKPOINT-CORRUPT",
          "checkpoint of the " + owner,
          "it cannot be read to its end (%s)".formatted(e),
          "delete it and start over, without --resume",
          e);
    }
  }

  private NumericalException other(int width, double before, double now) {
    return new NumericalException(
        "LIEGG-CHECKPOINT-OTHER",
        "checkpoint of the " + owner,
        width == order
            ? "it is of other gradients or samples: ‖A‖ was %s and is %s".formatted(before, now)
            : "it is of vectors of length %d, not %d".formatted(width, order),
        "give the model, the data and the options that it was made with, or start over without"
            + " --resume");
  }
}
