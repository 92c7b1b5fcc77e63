package org.liegg.api.spi;

import org.liegg.api.DecompositionOptions;

/** A provider that says what it is told to. */
class TestProvider implements DecompositionProvider {
  private final String name;
  private final int priority;

  TestProvider(String name, int priority) {
    this.name = name;
    this.priority = priority;
  }

  TestProvider(String name) {
    this(name, 0);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public int priority() {
    return priority;
  }

  @Override
  public Availability availability() {
    return new Availability.Available("1", "");
  }

  @Override
  public Capabilities capabilities() {
    throw new UnsupportedOperationException();
  }

  @Override
  public Decomposition open(int columns, DecompositionOptions options) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Decomposition restore(byte[] state) {
    throw new UnsupportedOperationException();
  }
}
