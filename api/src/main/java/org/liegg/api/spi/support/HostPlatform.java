package org.liegg.api.spi.support;

import java.util.Locale;

/** The machine that this runs on, as makers of native libraries call it. */
public final class HostPlatform {

  private HostPlatform() {}

  /**
   * System and processor, e.g. {@code linux-x64}.
   *
   * @param intel what 64-bit processors of Intel's kind are called; ARM's are {@code aarch64}
   */
  public static String name(String intel) {
    String os = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    String cpu = System.getProperty("os.arch", "").toLowerCase(Locale.ROOT);
    String system = os.startsWith("mac") ? "osx" : os.startsWith("windows") ? "win" : "linux";
    boolean arm = cpu.startsWith("aarch64") || cpu.startsWith("arm64");
    return system + "-" + (arm ? "aarch64" : intel);
  }
}
