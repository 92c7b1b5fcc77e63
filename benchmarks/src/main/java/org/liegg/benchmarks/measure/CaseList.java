package org.liegg.benchmarks.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import java.util.function.Function;
import java.util.function.Supplier;
import org.liegg.api.Batch;

/** Writes the cases of a group down. */
final class CaseList {
  private final String group;
  private final List<SpectrumCase> cases = new ArrayList<>();

  CaseList(String group) {
    this.group = group;
  }

  /** A function of one output on R^columns, at standard normal samples. */
  Entry normal(String name, Formula formula) {
    return of(name, formula, () -> Samples.normal(formula.inputs(), seed(name)));
  }

  Entry of(String name, DifferentiableMap map, Supplier<Batch> samples) {
    return new Entry(name, Subject.of(map, samples));
  }

  Entry of(String name, Supplier<Subject.Made> maker) {
    return new Entry(name, Subject.of(maker));
  }

  /**
   * A network that is learned.
   *
   * @param task what it learns
   * @param draw draws a sample
   */
  Entry learned(
      String name,
      DifferentiableMap task,
      Function<Random, double[]> draw,
      RandomFeatures features) {
    return of(name, new Learned(task, draw, features)::made);
  }

  List<SpectrumCase> cases() {
    return List.copyOf(cases);
  }

  /** The same in every run and different for every name. */
  static long seed(String name) {
    return name.hashCode();
  }

  /** A function whose answers under some actions are known. */
  final class Entry {
    private final String name;
    private final Subject subject;

    private Entry(String name, Subject subject) {
      this.name = name;
      this.subject = subject;
    }

    /** So many symmetries, all told. */
    Entry has(int dimension, String action) {
      cases.add(new SpectrumCase(group, name, action, dimension, OptionalInt.empty(), subject));
      return this;
    }

    /** So many symmetries, all told, of which some are insensitive fields. */
    Entry has(int dimension, int insensitive, String action) {
      cases.add(
          new SpectrumCase(group, name, action, dimension, OptionalInt.of(insensitive), subject));
      return this;
    }
  }
}
